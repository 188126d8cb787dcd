import { randomBytes } from 'node:crypto';
import {
  appealNumber,
  AUTOMATION_WORDS,
  cleanText,
  clip,
  clipBytes,
  dayOf,
  EMPTY_READING,
  oneLine,
  plainCode,
  queryCode,
  TEXT_BYTES,
  threadMarks,
  threadVerdict,
  type Instant,
  type IntakeOutcome,
  type Office,
  type Reading,
} from '@hub/domain';
import type { IntakeItemState, NewHistoryLine, OwedLetter, Secrets, Stores } from '@hub/persistence';
import type { Letters } from '../letters';
import { joinAppeal } from './joining';
import type { KeptMessage } from './kept-message';
import { draftAppeal, type DraftedAppeal } from './new-appeal';

/** What became of one offered message. */
export interface IntakeResult {
  readonly outcome: IntakeOutcome;
  readonly number: string | null;
  /** Only where the appeal is new. */
  readonly queryCode: string | null;
  readonly reason: string | null;
}

type Decision =
  | { readonly as: 'new'; readonly drafted: DraftedAppeal }
  | { readonly as: 'joined'; readonly appealId: number }
  | { readonly as: 'waiting'; readonly state: 'quarantined' | 'held'; readonly reason: string; readonly appealId: number | null };

export interface RegistrationParts {
  readonly office: Office;
  readonly secrets: Secrets;
  readonly letters: Letters;
}

/** Registers kept messages in one transaction: items, appeals, persons, messages, history and the letters owed. */
export async function register(
  stores: Stores,
  kept: readonly KeptMessage[],
  parts: RegistrationParts,
  now: Instant,
): Promise<IntakeResult[]> {
  const results: IntakeResult[] = [];
  const decisions: Decision[] = [];
  for (const one of kept) decisions.push(await decide(stores, one, parts, now));

  const fresh = decisions.flatMap((decision, at) => (decision.as === 'new' ? [{ at, drafted: decision.drafted }] : []));
  const ids = await numbered(
    stores,
    fresh.map(({ drafted }) => drafted),
  );
  const firstMessage = await stores.counters.take('message-id', kept.length);
  const rows = emptyRows();

  let freshAt = 0;
  for (const [at, one] of kept.entries()) {
    const decision = decisions[at]!;
    if (decision.as === 'new') {
      const { id, number } = ids[freshAt++]!;
      const code = queryCode(randomBytes(48));
      addNew(rows, one, decision.drafted, { id, number, code, messageId: firstMessage + at }, parts, now);
      results.push({ outcome: 'new', number, queryCode: code, reason: null });
    } else if (decision.as === 'joined') {
      const number = await joinAppeal(
        stores,
        decision.appealId,
        rows,
        messageRow(one, decision.appealId, firstMessage + at, now),
        now,
      );
      rows.attachments.push(...attachmentRows(one, decision.appealId, firstMessage + at));
      rows.items.push(itemRow(one, 'joined', null, decision.appealId, now));
      results.push({ outcome: 'joined', number, queryCode: null, reason: null });
    } else {
      rows.items.push(itemRow(one, decision.state, decision.reason, decision.appealId, now));
      results.push({ outcome: 'quarantined', number: null, queryCode: null, reason: decision.reason });
    }
  }

  await write(stores, rows);
  return results;
}

/** Registers one stored item that waited for a person: as a new appeal, or as part of the appeal he named. */
export async function registerOne(
  stores: Stores,
  kept: KeptMessage,
  itemId: number,
  joins: string | null,
  parts: RegistrationParts,
  now: Instant,
): Promise<IntakeResult> {
  const one = { ...kept, reading: kept.reading ?? { ...EMPTY_READING, text: '（原件读不出，请看原件。）' } };
  const rows = emptyRows();
  const messageId = await stores.counters.take('message-id', 1);
  let result: IntakeResult;
  let appealId: number;
  if (joins) {
    appealId = (await stores.appeals.hold(joins)).id;
    await joinAppeal(stores, appealId, rows, messageRow(one, appealId, messageId, now), now);
    rows.attachments.push(...attachmentRows(one, appealId, messageId));
    result = { outcome: 'joined', number: joins, queryCode: null, reason: null };
  } else {
    const drafted = draftAppeal(one.message, one.reading, parts.office, now);
    const [names] = await numbered(stores, [drafted]);
    const code = queryCode(randomBytes(48));
    appealId = names!.id;
    addNew(rows, one, drafted, { ...names!, code, messageId }, parts, now);
    result = { outcome: 'new', number: names!.number, queryCode: code, reason: null };
  }
  // The item has its row already.
  await write(stores, { ...rows, items: [] });
  await stores.intake.pointTo(itemId, appealId);
  return result;
}

const emptyRows = (): RowLists => ({
  appeals: [],
  persons: [],
  messages: [],
  attachments: [],
  history: [],
  letters: [],
  items: [],
});

async function write(stores: Stores, rows: RowLists): Promise<void> {
  await stores.appeals.add(rows.appeals);
  await stores.persons.add(rows.persons);
  await stores.messages.add(rows.messages);
  await stores.messages.addAttachments(rows.attachments);
  await stores.appeals.addHistory(rows.history);
  await stores.outbox.add(rows.letters);
  await stores.intake.add(rows.items);
}

export interface RowLists {
  appeals: Parameters<Stores['appeals']['add']>[0][number][];
  persons: Parameters<Stores['persons']['add']>[0][number][];
  messages: Parameters<Stores['messages']['add']>[0][number][];
  attachments: Parameters<Stores['messages']['addAttachments']>[0][number][];
  history: NewHistoryLine[];
  letters: OwedLetter[];
  items: Parameters<Stores['intake']['add']>[0][number][];
}

async function decide(stores: Stores, one: KeptMessage, { office, secrets }: RegistrationParts, now: Instant): Promise<Decision> {
  const { reading } = one;
  if (!reading) return { as: 'waiting', state: 'quarantined', reason: one.trouble ?? '读不出', appealId: null };
  const proved = threadMarks(reading.answers, reading.recipients)
    .filter(({ appealId, token }) => secrets.threadTokenMatches(appealId, token))
    .map(({ appealId }) => appealId);
  const known = proved.length ? await stores.persons.appealsOfEmail(reading.party.email, proved) : new Set<number>();
  const verdict = threadVerdict(proved, (id) => known.has(id));
  if (reading.automation === 'bounce' || reading.automation === 'auto-reply') {
    const appealId = verdict === 'new' ? null : 'join' in verdict ? verdict.join : verdict.hold;
    return { as: 'waiting', state: 'held', reason: `${AUTOMATION_WORDS[reading.automation]}，不作为来件登记。`, appealId };
  }
  if (verdict === 'new') return { as: 'new', drafted: draftAppeal(one.message, reading, office, now) };
  if ('join' in verdict) return { as: 'joined', appealId: verdict.join };
  return {
    as: 'waiting',
    state: 'held',
    reason: '回信带有本件的标记，但不是从反映人的邮箱发来的，请人工核对。',
    appealId: verdict.hold,
  };
}

/** Ids and numbers for the new appeals; days in order, so that two processes lock the counters in one order. */
async function numbered(stores: Stores, drafted: readonly DraftedAppeal[]): Promise<{ id: number; number: string }[]> {
  if (!drafted.length) return [];
  const firstId = await stores.counters.take('appeal-id', drafted.length);
  const days = new Map<string, number>();
  for (const { appeal } of drafted) days.set(dayOf(appeal.receivedAt), (days.get(dayOf(appeal.receivedAt)) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const day of [...days.keys()].sort()) next.set(day, await stores.counters.take(`appeal:${day}`, days.get(day)!));
  return drafted.map(({ appeal }, at) => {
    const day = dayOf(appeal.receivedAt);
    const running = next.get(day)!;
    next.set(day, running + 1);
    return { id: firstId + at, number: appealNumber(day, running) };
  });
}

interface Names {
  readonly id: number;
  readonly number: string;
  readonly code: string;
  readonly messageId: number;
}

function addNew(
  rows: RowLists,
  one: KeptMessage,
  drafted: DraftedAppeal,
  names: Names,
  { secrets, letters, office }: RegistrationParts,
  now: Instant,
): void {
  const { id, number, code, messageId } = names;
  const reading = one.reading!;
  const appeal = { ...drafted.appeal, id, number, queryCodeHash: secrets.codeHash(number, plainCode(code)) };
  const system = { byId: null, way: null, at: now };
  rows.appeals.push(appeal);
  const party = { ...reading.party, email: reading.party.email || reading.replyTo };
  if (appeal.secrecy !== 'anonymous' && Object.values(party).some(Boolean)) rows.persons.push({ appealId: id, party });
  rows.messages.push({ ...messageRow(one, id, messageId, now), text: drafted.text, cut: drafted.cut });
  rows.attachments.push(...attachmentRows(one, id, messageId));
  rows.items.push(itemRow(one, 'registered', null, id, now));
  rows.history.push({
    ...system,
    appealId: id,
    act: 'registration',
    fromStatus: null,
    toStatus: 'received',
    byName: '系统',
    note: `来自${drafted.source}`,
  });
  if (appeal.status === 'assigned' && drafted.route) {
    const byRule = { ...system, appealId: id, byName: clip(`派单规则“${drafted.route.rule}”`, 58) };
    const unit = office.units.find((one) => one.id === appeal.unitId)?.name ?? '';
    rows.history.push({ ...byRule, act: 'acceptance', fromStatus: 'received', toStatus: 'accepted', note: '' });
    rows.history.push({
      ...byRule,
      act: 'assignment',
      fromStatus: 'accepted',
      toStatus: 'assigned',
      note: `${unit}：${drafted.route.reason}`,
    });
  }
  const ackTo = acknowledgeTo(one, reading, appeal.secrecy);
  if (ackTo) {
    const answers = reading.messageId && reading.messageId.length < 290 ? reading.messageId : null;
    rows.letters.push(letters.write('acknowledgement', appeal, ackTo, now, { queryCode: code }, answers));
    rows.history.push({
      ...system,
      appealId: id,
      act: 'acknowledgement',
      fromStatus: appeal.status,
      toStatus: appeal.status,
      byName: '系统',
      note: '',
    });
  }
}

/** A mail or form gets one acknowledgement; automated mail never, and a confidential form keeps out of mailboxes. */
function acknowledgeTo(one: KeptMessage, reading: Reading, secrecy: string): string | null {
  if (reading.automation || !reading.replyTo) return null;
  if (one.message.format === 'mail') return reading.replyTo;
  return one.message.channel === 'web' && secrecy === 'named' ? reading.replyTo : null;
}

function messageRow(one: KeptMessage, appealId: number, id: number, now: Instant): RowLists['messages'][number] {
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
    remarks: reading.remarks.slice(0, 10).map((remark) => clip(remark, 200)),
    outboxId: null,
  };
}

const attachmentRows = (one: KeptMessage, appealId: number, messageId: number): RowLists['attachments'] =>
  one.reading!.attachments.map(({ name, mediaType, content }, at) => ({
    appealId,
    messageId,
    siteRecordId: null,
    name: clip(oneLine(name) || '附件', 250),
    mediaType: clip(mediaType, 98),
    size: content.byteLength,
    fileHash: one.attachmentHashes[at]!,
  }));

function itemRow(
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
    state,
    reason: reason && clip(oneLine(reason), 480),
    appealId,
    arrivedAt: message.arrivedAt ?? now,
    createdAt: now,
  };
}
