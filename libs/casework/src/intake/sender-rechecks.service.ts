import { Inject, Injectable } from '@nestjs/common';
import { instant, Unreadable, type Reader, type SenderCheck } from '@hub/domain';
import { FileStore, UnitOfWork, type OpenSender, type Stores } from '@hub/persistence';
import { CLOCK, READER, type Clock } from '../tokens';
import { byWhom, lookAgainAt } from './sender';

/** Letters are loaded whole. */
const AT_ONCE = 10;
const IN_A_PASS = 200;

const FORGED = '来信的发件人事后核对不通过，可能是冒名，请留意。';

/** Looks again for senders of whom DNS said nothing when their letters came. */
@Injectable()
export class SenderRechecks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    @Inject(READER) private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers of how many letters something is known now. */
  async run(): Promise<number> {
    const due = await this.work.run(({ messages }) => messages.openSenders(instant(this.clock()), IN_A_PASS));
    let found = 0;
    for (let at = 0; at < due.length; at += AT_ONCE) {
      const some = due.slice(at, at + AT_ONCE);
      const checks = await Promise.all(some.map((letter) => this.check(letter)));
      await this.work.run(async (stores) => {
        for (const [one, letter] of some.entries()) await this.keep(stores, letter, checks[one]!);
      });
      found += checks.filter((check) => check === 'verified' || check === 'failed').length;
      // DNS is away: the rest will not fare better.
      if (checks.every((check) => check === null)) break;
    }
    return found;
  }

  private async check({ fileHash, at }: OpenSender): Promise<SenderCheck | null> {
    const bytes = await this.files.load(fileHash);
    try {
      const { party } = await this.reader.read('mail', bytes, null);
      return await this.reader.check(bytes, { from: party.email, at });
    } catch (error) {
      if (error instanceof Unreadable) return 'unverified';
      throw error;
    }
  }

  private async keep(stores: Stores, letter: OpenSender, check: SenderCheck | null): Promise<void> {
    const now = instant(this.clock());
    const columns = check ? byWhom(check, 'hub') : { senderDueAt: lookAgainAt(letter.at, now) };
    // Another process may have been quicker.
    if (!(await stores.messages.settleSender(letter, columns)) || check !== 'failed') return;
    const appeal = await stores.appeals.holdById(letter.appealId);
    await stores.appeals.keep(appeal, {}, { byId: null, byName: '系统', at: now, act: 'message', way: null, note: FORGED });
  }
}
