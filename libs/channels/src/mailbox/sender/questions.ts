import { type Names, NoAnswer, Unusable } from './names';

/** RFC 7208 allows ten look-ups with ten addresses behind some; no honest letter needs more than this. */
const MOST = 40;

/** What one letter asks of DNS, and whether everything was answered. */
export class Questions {
  private asked = 0;
  unanswered = false;
  private unusable = false;

  constructor(private readonly names: Pick<Names, 'lookUp'>) {}

  get allAnswered(): boolean {
    return !this.unanswered && !this.unusable;
  }

  readonly resolve = async (name: string, type: string): Promise<never> => {
    try {
      if (++this.asked > MOST) throw new Unusable('一封信要查的名字太多');
      // The package sorts and changes what it is given.
      return structuredClone(await this.names.lookUp(name, type)) as never;
    } catch (error) {
      if (error instanceof NoAnswer) this.unanswered = true;
      if (error instanceof Unusable) this.unusable = true;
      throw error;
    }
  };
}
