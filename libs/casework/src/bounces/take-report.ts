import {
  addDays,
  bounceReason,
  clip,
  COMPLAINED,
  dayOf,
  fateOf,
  instant,
  LETTER_RULES,
  oneLine,
  restDaysAfter,
  type DeliveryReport,
  type Instant,
  type ReportedRecipient,
} from '@hub/domain';
import type { AppealEntity, ClaimedLetter, NewHistoryLine, Stores } from '@hub/persistence';
import { tell } from '../notices/tell';

/** A letter that came back for now is sent again so often; after that it counts as come back for good. */
const AGAIN_AFTER_HOURS = [2, 24];

export interface ReportOf {
  readonly appealId: number;
  readonly report: DeliveryReport;
  /** Ids that the report answers by its header. */
  readonly answers: readonly string[];
  readonly complaint: boolean;
}

/**
 * What a report about a letter of this appeal changes; the mark that it carries has been proved. Answers in Chinese what was
 * done, or null where the report fits no letter that we sent.
 */
export async function takeReport(
  stores: Stores,
  { appealId, report, answers, complaint }: ReportOf,
  now: Instant,
): Promise<string | null> {
  const letters = await stores.outbox.lettersOf(appealId);
  const letter = letterMeant(letters, report, answers);
  if (!letter) return null;
  if (letter.state === 'bounced') return '这封信的退信已经记过。';
  const name = LETTER_RULES[letter.kind].name;
  const recipient = recipientMeant(report, letter.to);
  if (complaint) {
    if (!recipient) return '这份通知不要求停发。';
    await stores.mailBlocks.block(letter.to, { reason: COMPLAINED, until: null, at: now });
    await note(stores, appealId, { mailReturned: COMPLAINED }, line('complained', `${name}：${bounceReason(COMPLAINED)}`, now));
    return `${name}被收件方投诉，已停止自动发信。`;
  }
  if (!recipient) return null;
  const fate = fateOf(recipient);
  const why = inWords(recipient);
  if (fate === 'delivered') return `${name}已经送达。`;
  if (fate === 'delayed') {
    await note(stores, appealId, {}, line('delayed', `${name}：${why}，对方系统还在重试`, now));
    return `${name}延迟送达，对方系统还在重试。`;
  }
  const wait = AGAIN_AFTER_HOURS[letter.returns];
  if (fate === 'gave-up' && wait !== undefined) {
    await stores.outbox.again(letter, instant(Date.parse(now) + wait * 3_600_000), why);
    await note(stores, appealId, {}, line('again', `${name}：${why}，${wait} 小时后再寄`, now));
    return `${name}暂时没有被收下，${wait} 小时后再寄。`;
  }
  await comeBack(stores, appealId, letter, letters, recipient, now);
  return `${name}被退回：${why}，已记入来件。`;
}

/** By the very Message-ID; where a provider has changed it, the last letter to the address that is named. */
function letterMeant(
  letters: readonly ClaimedLetter[],
  { originalMessageId, recipients }: DeliveryReport,
  answers: readonly string[],
): ClaimedLetter | undefined {
  const gone = letters.filter((one) => one.state !== 'pending' || one.attempts > 0);
  const named = new Set(recipients.map(({ address }) => address.toLowerCase()));
  return (
    gone.find(({ messageId }) => messageId === originalMessageId || answers.includes(messageId)) ??
    gone.find(({ to, state }) => named.has(to.toLowerCase()) && state === 'sent')
  );
}

/** The recipient that is ours; a report on a forwarded letter names the box behind it. */
function recipientMeant({ recipients }: DeliveryReport, to: string): ReportedRecipient | undefined {
  return (
    recipients.find(({ address }) => address.toLowerCase() === to.toLowerCase()) ??
    recipients.find((one) => fateOf(one) === 'failed') ??
    recipients[0]
  );
}

const inWords = ({ status }: ReportedRecipient): string => `${bounceReason(status)}${status && `（${status}）`}`;

/** The appeal bears the mark, an answer that stopped its clock by this letter is owed again, and those who work on it are told. */
async function comeBack(
  stores: Stores,
  appealId: number,
  letter: ClaimedLetter,
  letters: readonly ClaimedLetter[],
  recipient: ReportedRecipient,
  now: Instant,
): Promise<void> {
  const status = recipient.status || '5.0.0';
  const server = oneLine(recipient.diagnostic.replace(/\S{1,200}@\S{1,200}/g, '〔地址〕'));
  const why = `${inWords(recipient)}${server && `。对方服务器说：${clip(server, 200)}`}`;
  const waiting = letters.filter((one) => one.state === 'pending' && one.to === letter.to);
  await stores.outbox.bounced([letter.id, ...waiting.map(({ id }) => id)], why);
  const ofCitizen = LETTER_RULES[letter.kind].to === 'citizen';
  // A department's address stands in the settings; the office is told and puts it right there.
  if (ofCitizen && status.startsWith('5')) {
    const days = restDaysAfter(status);
    const until = days === null ? null : instant(Date.parse(`${addDays(dayOf(now), days)}T00:00:00+08:00`));
    await stores.mailBlocks.block(letter.to, { reason: status, until, at: now });
  }
  const appeal = await stores.appeals.holdById(appealId);
  const undone = letter.kind === 'reply' && (await stoppedBy(stores, appeal));
  const change = { ...(ofCitizen ? { mailReturned: status } : {}), ...(undone ? { replyDoneAt: null } : {}) };
  const otherwise = undone ? '。答复没有送到，请改用电话、当面或寄信送达' : '';
  await note(
    stores,
    appealId,
    change,
    line('returned', `${LETTER_RULES[letter.kind].name}：${inWords(recipient)}${otherwise}`, now),
  );
  const text = `${appeal.number} 的${LETTER_RULES[letter.kind].name}被退回：${bounceReason(status)}${otherwise}。`;
  await tell(stores, appeal, { kind: 'mail', duties: ['handler', 'office'], text: clip(text, 290) }, now);
}

/** Whether the reply clock stands still by a delivery that we believed in, and not by what was told since. */
async function stoppedBy(stores: Stores, { id, replyDoneAt }: AppealEntity): Promise<boolean> {
  if (!replyDoneAt) return false;
  return (await stores.appeals.historyOf(id)).some(
    ({ act, way, at }) => act === 'delivery' && way === null && at === replyDoneAt,
  );
}

type Line = Omit<NewHistoryLine, 'appealId' | 'fromStatus' | 'toStatus'>;

const line = (way: string, note: string, at: Instant): Line => ({ act: 'delivery', way, byId: null, byName: '系统', at, note });

/** An archived appeal is read-only. */
async function note(
  stores: Stores,
  appealId: number,
  change: Parameters<Stores['appeals']['keep']>[1],
  what: Line,
): Promise<void> {
  const appeal = await stores.appeals.holdById(appealId);
  if (appeal.status !== 'archived') await stores.appeals.keep(appeal, change, what);
}
