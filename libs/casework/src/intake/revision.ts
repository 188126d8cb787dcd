import {
  clip,
  clipBytes,
  oneLine,
  rowChanges,
  TEXT_BYTES,
  type InboundMessage,
  type Instant,
  type LogField,
  type Party,
  type Reader,
  type RowChange,
} from '@hub/domain';
import type { FileStore, IntakeItem, OperationsQuery, Stores } from '@hub/persistence';
import type { KeptMessage } from './kept-message';

/** A registered row of which its log now says something else. */
export interface Revision {
  readonly message: InboundMessage;
  readonly item: IntakeItem;
  /** None where it only looks different. */
  readonly changes: readonly RowChange[];
  /** Who called, as the log said before. */
  readonly caller: Party;
}

const IDENTITY: readonly LogField[] = ['name', 'phone', 'email', 'address'];
const isIdentity = ({ field }: RowChange): boolean => field !== null && IDENTITY.includes(field);
const SHOWN = 2_000;
const shown = (text: string): string => (text === '' ? '（空）' : text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text);

/** Of messages that are known, those of which the source says something else than it did. */
export async function revisionsAmong(
  known: readonly InboundMessage[],
  { operations, files, reader }: { operations: OperationsQuery; files: FileStore; reader: Reader },
): Promise<Revision[]> {
  const saying = known.flatMap(({ content, sourceKey }) => (content ? [{ content, sourceKey }] : []));
  const found: Revision[] = [];
  for (const item of await operations.itemsSayingOther('hotline', saying)) {
    const message = known.find(({ sourceKey }) => sourceKey === item.sourceKey)!;
    const record = item.record ?? (item.recordHash && (await files.load(item.recordHash)).toString());
    if (!record || !message.record) continue;
    const { party } = await reader.read('row', new Uint8Array(), record);
    found.push({ message, item, changes: rowChanges(record, message.record), caller: party });
  }
  return found;
}

/**
 * Writes down what a log says now. The appeal keeps its first words, its subject and whatever staff made of it, and gets the
 * new ones beside them; the citizen's name and numbers follow the log only where they still are as it first said.
 */
export async function revise(stores: Stores, revision: Revision, kept: KeptMessage, now: Instant): Promise<string | null> {
  const { item, changes } = revision;
  await stores.intake.rewrite(item.id, {
    record: kept.recordHash ? null : (kept.message.record ?? null),
    recordHash: kept.recordHash,
    contentHash: kept.message.content ?? null,
    fileHash: kept.fileHash,
    fileName: clip(oneLine(kept.message.original.name) || '来件', 250),
    mediaType: clip(kept.message.original.mediaType, 98),
  });
  if (item.appealId === null || changes.length === 0) return null;
  const appeal = await stores.appeals.holdById(item.appealId);
  const told = appeal.secrecy === 'anonymous' ? new Map<LogField, string>() : await followed(stores, appeal.id, revision, kept);
  const lines = changes.map((change) =>
    isIdentity(change)
      ? `【${change.name}】${told.get(change.field!) ?? '有改动，请看台账原件。'}`
      : `【${change.name}】\n原：${shown(change.before)}\n现：${shown(change.after)}`,
  );
  const { text, cut } = clipBytes(lines.join('\n'), TEXT_BYTES);
  await stores.messages.add([
    {
      id: await stores.counters.take('message-id', 1),
      appealId: appeal.id,
      direction: 'in',
      author: '台账更正',
      text,
      cut,
      at: now,
      fileHash: kept.fileHash,
      mediaType: clip(kept.message.original.mediaType, 98),
      hasHtml: false,
      sender: null,
      remarks: [],
      outboxId: null,
    },
  ]);
  const names = changes.map(({ name }) => name).join('、');
  const line = { byId: null, byName: '系统', at: now, act: 'message' as const, way: null };
  await stores.appeals.keep(appeal, {}, { ...line, note: `台账里这一行改了：${names.slice(0, 500)}。原来登记的内容没有动。` });
  return appeal.number;
}

/** Brings the citizen's data up to the log's where nobody has touched them; says of each what was done. */
async function followed(
  stores: Stores,
  appealId: number,
  { changes, caller }: Revision,
  kept: KeptMessage,
): Promise<Map<LogField, string>> {
  const told = new Map<LogField, string>();
  const wanted = changes.filter(isIdentity).map(({ field }) => field as 'name' | 'phone' | 'email' | 'address');
  if (wanted.length === 0) return told;
  const there = await stores.persons.partyOf(appealId);
  const fresh = kept.reading?.party ?? caller;
  const change: Partial<Record<'name' | 'phone' | 'email' | 'address', string>> = {};
  for (const field of wanted) {
    const untouched = there[field] === caller[field];
    if (untouched) change[field] = fresh[field];
    told.set(field, untouched ? '有改动，已按台账更新。' : '有改动；登记后另有修改，没有覆盖，请看台账原件核对。');
  }
  if (Object.keys(change).length > 0) await stores.persons.rewrite(appealId, { ...there, ...change });
  return told;
}
