import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is at work through the interface, and on what: a change that names itself in no other way is named by this. */
export interface Doing {
  readonly actorId: number;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  /** Looking leaves no entry by itself. */
  readonly changes: boolean;
}

const doing = new AsyncLocalStorage<Doing>();

export const whileDoing = <T>(what: Doing, work: () => T): T => doing.run(what, work);
export const nowDoing = (): Doing | undefined => doing.getStore();
