import { NAMESAKE_REMARK, samenessOf, type Instant, type LetterMarks } from '@hub/domain';
import type { Stores } from '@hub/persistence';
import type { KeptMessage } from './kept-message';
import { messageIdHash } from './message-id';
import { itemRow } from './rows';

/** What is to become of kept messages that are new by their keys. */
export interface Sorted {
  /** To be registered, marked where another letter has the same Message-ID. */
  readonly fresh: readonly KeptMessage[];
  /** Registered already, under another number. */
  readonly again: ReadonlySet<KeptMessage>;
  /** Of those, the ones that lie in the mailbox a second time. */
  readonly copies: readonly KeptMessage[];
}

const marksOf = (one: KeptMessage): LetterMarks => ({
  sourceKey: one.message.sourceKey,
  fileHash: one.fileHash,
  messageIdHash: messageIdHash(one),
  arrivedAt: one.message.arrivedAt,
});

/** Tells letters that a mailbox gives once more, and other letters under the same Message-ID, by one look-up for the batch. */
export async function sortOut(stores: Stores, kept: readonly KeptMessage[]): Promise<Sorted> {
  const mails = kept.filter(({ message }) => message.channel === 'mailbox' && message.format === 'mail');
  if (!mails.length) return { fresh: kept, again: new Set(), copies: [] };
  const marks = new Map(mails.map((one) => [one, marksOf(one)]));
  const earlier = new Map<string, LetterMarks[]>();
  const remember = (source: string, one: LetterMarks) => {
    for (const key of [one.fileHash, one.messageIdHash]) {
      const at = key && `${source}\n${key}`;
      if (at) earlier.set(at, [...(earlier.get(at) ?? []), one]);
    }
  };
  for (const { source, ...one } of await stores.intake.twins([...marks.values()])) remember(source, one);

  const fresh: KeptMessage[] = [];
  const again = new Set<KeptMessage>();
  const copies: KeptMessage[] = [];
  for (const one of kept) {
    const own = marks.get(one);
    if (!own) {
      fresh.push(one);
      continue;
    }
    const { source } = one.message;
    const beside = [own.fileHash, own.messageIdHash].flatMap((key) => (key && earlier.get(`${source}\n${key}`)) || []);
    const found = new Set(beside.map((other) => samenessOf(own, other)));
    if (found.has('copy') || found.has('renumbered')) {
      again.add(one);
      if (!found.has('renumbered')) copies.push(one);
      continue;
    }
    fresh.push(found.has('namesake') ? marked(one) : one);
    remember(source, own);
  }
  return { fresh, again, copies };
}

const marked = (one: KeptMessage): KeptMessage =>
  one.reading ? { ...one, reading: { ...one.reading, remarks: [NAMESAKE_REMARK, ...one.reading.remarks] } } : one;

const COPY = '与已登记的一封来信完全相同（邮件编号和内容都一样），没有另行登记。';

/** A letter that lies in the mailbox twice is registered once; the item and the appeal say that it came again. */
export async function recordCopies(stores: Stores, copies: readonly KeptMessage[], now: Instant): Promise<void> {
  for (const one of copies) {
    const appealId = await stores.intake.appealOfFile(one.fileHash, one.message.source);
    await stores.intake.add([itemRow(one, 'repeated', COPY, appealId, now)]);
    if (appealId === null) continue;
    const appeal = await stores.appeals.holdById(appealId);
    const line = { byId: null, byName: '系统', at: now, act: 'message' as const, way: null };
    await stores.appeals.keep(appeal, {}, { ...line, note: '同一封来信又收到一次，内容完全相同，没有另行登记。' });
  }
}
