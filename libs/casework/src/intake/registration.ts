import { randomBytes } from 'node:crypto';
import {
  appealNumber,
  clip,
  dayOf,
  EMPTY_READING,
  plainCode,
  queryCode,
  type Instant,
  type IntakeOutcome,
  type Reading,
} from '@hub/domain';
import type { Stores } from '@hub/persistence';
import { takeReport } from '../bounces/take-report';
import { decideAll, type RegistrationParts } from './decision';
import { joinAppeal } from './joining';
import type { KeptMessage } from './kept-message';
import { draftAppeal, type DraftedAppeal } from './new-appeal';
import { addVersion, keepPosts } from './post-versions';
import { attachmentRows, emptyRows, itemRow, messageRow, submissionRows, writeRows, type RowLists } from './rows';
import { senderOf } from './sender';

/** What became of one offered message. */
export interface IntakeResult {
  readonly outcome: IntakeOutcome;
  readonly number: string | null;
  /** Only where the appeal is new. */
  readonly queryCode: string | null;
  readonly reason: string | null;
  /** Only of a known one of which its source says something else now: what. */
  readonly changed?: readonly string[];
}

/** Registers kept messages in one transaction: items, appeals, persons, messages, history and the letters owed. */
export async function register(
  stores: Stores,
  kept: readonly KeptMessage[],
  parts: RegistrationParts,
  now: Instant,
): Promise<IntakeResult[]> {
  const results: IntakeResult[] = [];
  const decisions = await decideAll(stores, kept, parts, now);

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
      const { submission, channel, sourceKey } = one.message;
      // Whoever repeats a request, or comes to his receipt over a line that was cut, is told the same code, which nobody keeps.
      const repeats = submission || channel === 'web';
      const code = queryCode(repeats ? parts.secrets.codeBytes(sourceKey) : randomBytes(48));
      addNew(rows, one, decision.drafted, { id, number, code, messageId: firstMessage + at }, parts, now);
      results.push({ outcome: 'new', number, queryCode: code, reason: null });
    } else if (decision.as === 'joined') {
      const number = await joinAppeal(
        stores,
        decision.appealId,
        rows,
        messageRow(one, decision.appealId, firstMessage + at, parts.office.mail, now),
        parts.office.rules,
        now,
      );
      rows.attachments.push(...attachmentRows(one, decision.appealId, firstMessage + at));
      rows.items.push(itemRow(one, 'joined', null, decision.appealId, now));
      results.push({ outcome: 'joined', number, queryCode: null, reason: null });
    } else if (decision.as === 'version') {
      const message = messageRow(one, decision.appealId, firstMessage + at, parts.office.mail, now);
      const number = await addVersion(stores, decision.appealId, decision.version, rows, message, now);
      rows.items.push(itemRow(one, 'joined', null, decision.appealId, now));
      results.push({ outcome: 'joined', number, queryCode: null, reason: null });
    } else {
      // What a report has told is done; only what fits nothing waits for a person.
      const done = decision.report ? await takeReport(stores, decision.report, now) : null;
      const [state, reason] = done === null ? [decision.state, decision.reason] : (['discarded', done] as const);
      rows.items.push(itemRow(one, state, reason, decision.appealId, now));
      rows.submissions.push(...submissionRows(one, null, one.message.arrivedAt ?? now, now));
      results.push({ outcome: 'quarantined', number: null, queryCode: null, reason });
    }
  }

  await writeRows(stores, rows, parts.office.acknowledgements, now);
  await keepPosts(stores, kept, rows, now);
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
    await joinAppeal(
      stores,
      appealId,
      rows,
      messageRow(one, appealId, messageId, parts.office.mail, now),
      parts.office.rules,
      now,
    );
    rows.attachments.push(...attachmentRows(one, appealId, messageId));
    result = { outcome: 'joined', number: joins, queryCode: null, reason: null };
  } else {
    const drafted = draftAppeal(one.message, one.reading, parts.office, parts.doors, now);
    const [names] = await numbered(stores, [drafted]);
    const code = queryCode(randomBytes(48));
    appealId = names!.id;
    addNew(rows, one, drafted, { ...names!, code, messageId }, parts, now);
    result = { outcome: 'new', number: names!.number, queryCode: code, reason: null };
  }
  if (one.message.channel === 'api') await stores.api.pointTo(one.message.sourceKey, appealId);
  // The item has its row already.
  await writeRows(stores, { ...rows, items: [] }, parts.office.acknowledgements, now);
  await stores.intake.pointTo(itemId, appealId);
  if (one.message.channel === 'site') await stores.posts.belongs(one.message.sourceKey, appealId);
  return result;
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
  const { desk } = reading;
  rows.appeals.push(appeal);
  const party = { ...reading.party, email: reading.party.email || reading.replyTo };
  if (appeal.secrecy !== 'anonymous' && Object.values(party).some(Boolean)) rows.persons.push({ appealId: id, party });
  rows.messages.push({ ...messageRow(one, id, messageId, office.mail, now), text: drafted.text, cut: drafted.cut });
  rows.said.push({ appealId: id, subject: appeal.subject, text: drafted.words });
  rows.attachments.push(...attachmentRows(one, id, messageId));
  rows.items.push(itemRow(one, 'registered', null, id, now));
  rows.submissions.push(...submissionRows(one, id, appeal.receivedAt, now));
  if (desk)
    rows.deskEntries.push({ appealId: id, ...desk, answerBy: desk.details.answerBy ?? null, openingId: desk.openingId ?? null });
  rows.history.push({
    ...system,
    byId: desk?.byId ?? null,
    appealId: id,
    act: 'registration',
    fromStatus: null,
    toStatus: 'received',
    byName: desk?.byName ?? '系统',
    note: `来自${drafted.source}${one.message.old ? '（渠道开通前的旧信，补录，不发回执）' : ''}`,
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
  const forged = senderOf(one, office.mail, now).sender === 'failed';
  const ackTo = forged ? null : acknowledgeTo(one, reading, appeal.secrecy);
  if (ackTo) {
    const answers = reading.messageId && reading.messageId.length < 290 ? reading.messageId : null;
    const fields = { queryCode: code, sizeLine: sizeLine(reading) };
    const letter = letters.write('acknowledgement', appeal, ackTo, now, fields, answers);
    rows.acknowledgements.push({ letter, number, code });
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

/** Whoever sent more than the mailbox takes learns it once, in his acknowledgement. */
const sizeLine = ({ oversize }: Reading): string =>
  oversize ? '您这封邮件太大，正文和附件我们没有收到，请把内容和照片分成几封小一些的邮件，回复这封信再发一次。' : '';

/** A mail or form gets one acknowledgement; automated mail never, and a confidential form keeps out of mailboxes. */
function acknowledgeTo(one: KeptMessage, reading: Reading, secrecy: string): string | null {
  if (one.message.old || reading.automation || !reading.replyTo) return null;
  if (one.message.format === 'mail') return reading.replyTo;
  return one.message.channel === 'web' && secrecy === 'named' ? reading.replyTo : null;
}
