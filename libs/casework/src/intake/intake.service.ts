import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  instant,
  maskIdentityIn,
  NOBODY,
  SYSTEM_NAME,
  type InboundMessage,
  type Instant,
  type Office,
  type Reader,
} from '@hub/domain';
import {
  FileStore,
  isUnreachable,
  KeyTaken,
  LeaseLost,
  OperationsQuery,
  Secrets,
  UnitOfWork,
  type Fence,
  type NewAuditEntry,
  type Stores,
} from '@hub/persistence';
import { Letters } from '../letters';
import { CLOCK, OFFICE, READER, type Clock } from '../tokens';
import { MessageKeeper, type KeptMessage } from './kept-message';
import { Patience } from './patience';
import { register, type IntakeResult } from './registration';
import { revise, revisionsAmong, type Revision } from './revision';
import { recordCopies, sortOut } from './sameness';

const KNOWN: IntakeResult = { outcome: 'known', number: null, queryCode: null, reason: null };
/** Mails are read and kept side by side; the disk and the reader's threads set the pace. */
const AT_ONCE = 16;

/** The one way in: raw first, then read, then registered, once by source key. */
@Injectable()
export class IntakeService {
  private readonly log = new Logger('Intake');
  private readonly keeper: MessageKeeper;
  private readonly patience = new Patience();

  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: OperationsQuery,
    private readonly files: FileStore,
    private readonly secrets: Secrets,
    private readonly letters: Letters,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(READER) private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.keeper = new MessageKeeper(files, reader, office.mail, clock);
  }

  /**
   * Takes in a batch and answers what became of each, in order. A message that cannot be registered waits for a person and
   * does not hold up the others; the call fails where one cannot be fetched or kept (a line that was cut, no disk, no
   * database), and then those before it are registered all the same, so that every try gets further. `turn` is what must be
   * written before these, `fence` the lease under which the channel is read: once it is lost, nothing is written.
   */
  async accept(offered: readonly InboundMessage[], turn?: Promise<unknown>, fence?: Fence): Promise<IntakeResult[]> {
    const all = offered.map(withShortKey);
    const known = await this.known(all);
    const revisions = await this.revisionsAmong(all.filter((_, at) => known[at]));
    const open = all.map((_, at) => at).filter((at) => !known[at]);
    const tried = await inParallel(open, AT_ONCE, (at) =>
      this.keeper.keep(all[at]!).catch((error: unknown) => new Unkept(error)),
    );
    const stop = tried.findIndex((one) => one instanceof Unkept);
    const unkept = tried[stop] as Unkept | undefined;
    const kept = (unkept ? tried.slice(0, stop) : tried) as KeptMessage[];
    const taken = unkept ? all.slice(0, open[stop]) : all;
    const results = await this.registerKept(taken, kept, known, turn, fence);
    for (const one of revisions) {
      const at = taken.indexOf(one.message);
      if (at >= 0) results[at] = await this.revise(one, fence);
    }
    await this.settle(taken);
    if (unkept) throw unkept.why;
    return results;
  }

  private async registerKept(
    messages: readonly InboundMessage[],
    kept: readonly KeptMessage[],
    known: readonly boolean[],
    turn: Promise<unknown> | undefined,
    fence: Fence | undefined,
  ): Promise<IntakeResult[]> {
    const results: IntakeResult[] = messages.map(() => KNOWN);
    await turn;
    const registered = await this.registerAll(await this.patience.settle(kept), fence);
    messages.forEach((_, at) => known[at] || (results[at] = registered.shift()!));
    const cursor = messages.findLast((message) => message.cursor)?.cursor;
    if (cursor && !kept.length)
      await this.work.run(async (stores) => {
        await prove(stores, fence);
        await stores.intake.moveCursor(cursor);
      });
    return results;
  }

  /** All at once, so that a door can show them by one command. */
  private async settle(messages: readonly InboundMessage[]): Promise<void> {
    const settled = messages.flatMap((message) => message.settle?.() ?? []);
    await Promise.all(settled.map((one) => one.catch((error: unknown) => this.log.warn(String(error)))));
  }

  /** What `accept` would find changed among messages that are known; nothing is written. */
  revisionsAmong(known: readonly InboundMessage[]): Promise<Revision[]> {
    return revisionsAmong(known, { operations: this.operations, files: this.files, reader: this.reader });
  }

  private async revise(revision: Revision, fence: Fence | undefined): Promise<IntakeResult> {
    const kept = await this.keeper.keep(revision.message);
    const number = await this.work.run(async (stores) => {
      await prove(stores, fence);
      return revise(stores, revision, kept, instant(this.clock()));
    });
    return { ...KNOWN, number, changed: revision.changes.map(({ name }) => name) };
  }

  /** Known from before, or offered twice in this very batch. */
  private async known(messages: readonly InboundMessage[]): Promise<boolean[]> {
    const seen = await this.keysOf(this.operations, messages);
    return messages.map(({ channel, sourceKey }) => {
      const key = `${channel}\n${sourceKey}`;
      const there = seen.has(key);
      seen.add(key);
      return there;
    });
  }

  private async keysOf(
    where: { knownKeys: OperationsQuery['knownKeys'] },
    messages: readonly InboundMessage[],
  ): Promise<Set<string>> {
    const keys = new Set<string>();
    for (const channel of new Set(messages.map((one) => one.channel))) {
      const offered = messages.filter((one) => one.channel === channel).map((one) => one.sourceKey);
      for (const key of await where.knownKeys(channel, offered)) keys.add(`${channel}\n${key}`);
    }
    return keys;
  }

  private async registerAll(kept: readonly KeptMessage[], fence: Fence | undefined): Promise<IntakeResult[]> {
    if (!kept.length) return [];
    try {
      return await this.registerOnce(kept, fence);
    } catch (error) {
      if (isUnreachable(error) || error instanceof LeaseLost || error instanceof KeyTaken) throw error;
      if (kept.length > 1) {
        const results: IntakeResult[] = [];
        for (const one of kept) results.push(...(await this.registerAll([one], fence)));
        return results;
      }
      // Whatever is wrong with this one message, its bytes are kept and a person will see it.
      this.log.error(maskIdentityIn(`${kept[0]!.message.channel} ${kept[0]!.message.sourceKey}: ${String(error)}`, NOBODY));
      return this.registerOnce([{ ...kept[0]!, reading: null, trouble: '登记时出错，请看原件后人工登记。' }], fence);
    }
  }

  private registerOnce(kept: readonly KeptMessage[], fence: Fence | undefined): Promise<IntakeResult[]> {
    const now = instant(this.clock());
    const parts = { office: this.office, secrets: this.secrets, letters: this.letters };
    return this.work.run(async (stores) => {
      await prove(stores, fence);
      const known = await this.keysOf(
        { knownKeys: (channel, keys) => stores.intake.known(channel, keys) },
        kept.map(({ message }) => message),
      );
      const isKnown = ({ message }: KeptMessage) => known.has(`${message.channel}\n${message.sourceKey}`);
      const { fresh, again, copies } = await sortOut(
        stores,
        kept.filter((one) => !isKnown(one)),
      );
      const results = await register(stores, fresh, { ...parts, doors: await stores.sources.doors() }, now);
      await recordCopies(stores, copies, now);
      if (fresh.length) stores.audit.add(takenIn(fresh, results, now));
      const cursor = kept.findLast(({ message }) => message.cursor)?.message.cursor;
      if (cursor) await stores.intake.moveCursor(cursor);
      return kept.map((one) => (isKnown(one) || again.has(one) ? KNOWN : results.shift()!));
    });
  }
}

/** A message that could not be fetched or kept. */
class Unkept {
  constructor(readonly why: unknown) {}
}

/** Nothing is written under a lease that somebody else has taken over. */
async function prove(stores: Stores, fence: Fence | undefined): Promise<void> {
  if (fence && !(await stores.leases.hold(fence))) throw new LeaseLost(fence.name);
}

/** One entry for a batch: how many, and between which numbers. */
function takenIn(kept: readonly KeptMessage[], results: readonly IntakeResult[], at: Instant): NewAuditEntry {
  const of = (outcome: IntakeResult['outcome']) => results.filter((one) => one.outcome === outcome);
  const numbers = of('new').flatMap(({ number }) => number ?? []);
  const detail = {
    new: numbers.length,
    joined: of('joined').length,
    quarantined: of('quarantined').length,
    ...(numbers.length ? { first: numbers[0], last: numbers.at(-1) } : {}),
  };
  return { at, actorId: null, actorName: SYSTEM_NAME, action: 'intake', subject: kept[0]!.message.source, detail };
}

/** Longer names than the column holds are told apart by their hash. */
export const withShortKey = (message: InboundMessage): InboundMessage =>
  message.sourceKey.length <= 190
    ? message
    : { ...message, sourceKey: `sha256:${createHash('sha256').update(message.sourceKey).digest('hex')}` };

/** Runs the work over all inputs, a few at a time, and answers in their order. */
async function inParallel<In, Out>(inputs: readonly In[], atOnce: number, work: (input: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = new Array<Out>(inputs.length);
  let next = 0;
  const lane = async () => {
    while (next < inputs.length) {
      const at = next++;
      results[at] = await work(inputs[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, inputs.length) }, lane));
  return results;
}
