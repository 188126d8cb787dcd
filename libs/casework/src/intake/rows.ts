import {
  cleanText,
  clip,
  clipBytes,
  glanceOf,
  oneLine,
  TEXT_BYTES,
  type AcknowledgementLimits,
  type Instant,
  type MailDoor,
} from '@hub/domain';
import type { IntakeItemState, NewHistoryLine, HeldAcknowledgement, NewSubmission, Stores } from '@hub/persistence';
import { withinBudget } from '../acknowledgements/within-budget';
import type { KeptMessage } from './kept-message';
import { messageIdHash } from './message-id';
import { senderOf } from './sender';

export type MessageRow = Parameters<Stores['messages']['add']>[0][number];

/** What a batch writes, table by table, so that each table is written once. */
export interface RowLists {
  appeals: Parameters<Stores['appeals']['add']>[0][number][];
  persons: Parameters<Stores['persons']['add']>[0][number][];
  messages: MessageRow[];
  attachments: Parameters<Stores['messages']['addAttachments']>[0][number][];
  history: NewHistoryLine[];
  deskEntries: Parameters<Stores['deskEntries']['add']>[0][number][];
  acknowledgements: HeldAcknowledgement[];
  items: Parameters<Stores['intake']['add']>[0][number][];
  submissions: NewSubmission[];
  /** What new appeals say, to be found again by its likes. */
  said: Parameters<Stores['textMarks']['add']>[0][number][];
}

export const emptyRows = (): RowLists => ({
  appeals: [],
  persons: [],
  messages: [],
  attachments: [],
  history: [],
  deskEntries: [],
  acknowledgements: [],
  items: [],
  submissions: [],
  said: [],
});

/** Acknowledgements within `limits` go out, the others later. */
export async function writeRows(stores: Stores, rows: RowLists, limits: AcknowledgementLimits, now: Instant): Promise<void> {
  await stores.appeals.add(rows.appeals);
  await stores.persons.add(rows.persons);
  await stores.messages.add(rows.messages);
  await stores.messages.addAttachments(rows.attachments);
  await stores.textMarks.add(rows.said);
  await stores.appeals.addHistory(rows.history);
  await stores.deskEntries.add(rows.deskEntries);
  const ready = await withinBudget(stores, rows.acknowledgements, limits, now);
  await stores.outbox.add(ready.map(({ letter }) => letter));
  await stores.appeals.mailReturned(stores.outbox.withheld);
  await stores.intake.add(rows.items);
  await stores.api.addSubmissions(rows.submissions);
  await stores.webhooks.tell(
    rows.appeals.map((after) => ({ before: null, after })),
    now,
  );
}

export function messageRow(one: KeptMessage, appealId: number, id: number, door: MailDoor, now: Instant): MessageRow {
  const reading = one.reading!;
  const { text, cut } = clipBytes(cleanText(reading.text), TEXT_BYTES);
  const said = one.message.arrivedAt ?? reading.writtenAt ?? now;
  return {
    id,
    appealId,
    direction: 'in',
    author: '反映人',
    text,
    cut,
    at: said > now ? now : said,
    fileHash: one.fileHash,
    mediaType: one.message.original.mediaType,
    hasHtml: reading.hasHtml,
    ...senderOf(one, door, now),
    remarks: reading.remarks.slice(0, 10).map((remark) => clip(remark, 200)),
    outboxId: null,
  };
}

export const attachmentRows = (one: KeptMessage, appealId: number, messageId: number): RowLists['attachments'] =>
  one.attachments.map(({ name, mediaType, size, fileHash }) => ({
    appealId,
    messageId,
    siteRecordId: null,
    name: clip(oneLine(name) || '附件', 250),
    mediaType: clip(mediaType, 98),
    size,
    fileHash,
  }));

/** Nothing where no other system handed it in. */
export const submissionRows = (one: KeptMessage, appealId: number | null, receivedAt: Instant, now: Instant): NewSubmission[] => {
  const { submission, sourceKey } = one.message;
  return submission ? [{ ...submission, sourceKey, appealId, receivedAt, createdAt: now }] : [];
};

const WAITING: readonly IntakeItemState[] = ['quarantined', 'held', 'aside'];

export function itemRow(
  one: KeptMessage,
  state: IntakeItemState,
  reason: string | null,
  appealId: number | null,
  now: Instant,
): RowLists['items'][number] {
  const { message } = one;
  return {
    channel: message.channel,
    sourceKey: message.sourceKey,
    source: clip(message.source, 58),
    format: message.format,
    fileHash: one.fileHash,
    fileName: clip(oneLine(message.original.name) || '来件', 250),
    mediaType: clip(message.original.mediaType, 98),
    record: one.recordHash ? null : (message.record ?? null),
    recordHash: one.recordHash,
    contentHash: message.content ?? null,
    glance: one.reading && WAITING.includes(state) ? glanceOf(one.reading) : null,
    state,
    reason: reason && clip(oneLine(reason), 480),
    appealId,
    messageIdHash: message.format === 'mail' ? messageIdHash(one) : null,
    backfilled: message.old ?? false,
    arrivedAt: message.arrivedAt ?? now,
    createdAt: now,
  };
}
