import {
  addDays,
  dayOf,
  isRested,
  NO_DUE,
  REVISIT_REASON_WORDS,
  revisitReason,
  SYSTEM_NAME,
  type Day,
  type Instant,
  type Office,
  type RevisitReason,
} from '@hub/domain';
import type { AppealEntity, Stores } from '@hub/persistence';

interface Candidate {
  readonly reason: RevisitReason | null;
  readonly phoneIndex: string | null;
  /** Nobody under this telephone was revisited lately, or the appeal admits no exception. */
  readonly free: boolean;
}

export async function candidateOf(appeal: AppealEntity, stores: Stores, office: Office, now: Instant): Promise<Candidate> {
  const { phone, email, address } = await stores.persons.partyOf(appeal.id);
  const phoneIndex = await stores.revisits.phoneIndexOf(appeal.id);
  const lastRevisitAt = phoneIndex ? await stores.revisits.lastUnder(phoneIndex) : null;
  const unsatisfied = await stores.revisits.saidUnsatisfied(appeal.id);
  const reachable = Boolean(phone || email || address);
  const facts = { ...appeal, unsatisfied, reachable, lastRevisitAt };
  const rested = isRested(lastRevisitAt, dayOf(now), office.revisit.restDays);
  return {
    reason: revisitReason(facts, office.revisit, dayOf(now)),
    phoneIndex,
    free: rested || appeal.supervised || unsatisfied,
  };
}

export async function addTask(
  appeal: AppealEntity,
  reason: RevisitReason,
  { phoneIndex }: Pick<Candidate, 'phoneIndex'>,
  dueOn: Day,
  stores: Stores,
  now: Instant,
): Promise<void> {
  const open = { state: 'open' as const, assigneeId: null, tries: 0, settledAt: null };
  await stores.revisits.addTask({ appealId: appeal.id, reason, dueOn, phoneIndex, createdAt: now, ...open });
}

const delivered = ({ status, replyDoneAt }: AppealEntity): boolean => status === 'answered' && replyDoneAt !== null;

/** An answer that has just reached the citizen: by sample, and for certain where it was supervised or he was not satisfied. */
export async function revisitWhenAnswered(
  before: AppealEntity,
  after: AppealEntity,
  stores: Stores,
  office: Office,
  now: Instant,
): Promise<AppealEntity> {
  if (!delivered(after) || delivered(before)) return after;
  const candidate = await candidateOf(after, stores, office, now);
  if (!candidate.reason) return after;
  const dueOn = addDays(dayOf(now), office.rules.revisitDays);
  await addTask(after, candidate.reason, candidate, dueOn, stores, now);
  const note = REVISIT_REASON_WORDS[candidate.reason];
  const line = { act: 'revisit' as const, way: 'plan', byId: null, byName: SYSTEM_NAME, at: now, note };
  return stores.appeals.keep(after, { status: 'revisit', waitDueOn: dueOn }, line);
}

/**
 * What was supervised when it was closed already is asked about once its last order is closed. Null where it was asked
 * about since the order was issued, or where there was no answer to ask about.
 */
export async function revisitAfterOrder(
  appeal: AppealEntity,
  issuedAt: Instant,
  stores: Stores,
  office: Office,
  now: Instant,
): Promise<Day | null> {
  if (appeal.status !== 'closed' || appeal.replyDoneAt === null) return null;
  const candidate = await candidateOf(appeal, stores, office, now);
  if (candidate.reason !== 'supervised' || (await wasAsked(appeal, issuedAt, stores))) return null;
  const dueOn = addDays(dayOf(now), office.rules.revisitDays);
  await addTask(appeal, candidate.reason, candidate, dueOn, stores, now);
  return dueOn;
}

const wasAsked = async ({ id }: AppealEntity, since: Instant, stores: Stores): Promise<boolean> =>
  (await stores.revisits.tasksOf(id)).some(
    ({ state, settledAt }) => (state === 'done' || state === 'unreachable') && settledAt! >= since,
  );

/**
 * What was supervised, or left the citizen unsatisfied, is revisited before it is closed. Null where it has been, or where
 * nobody can be asked.
 */
export async function revisitBeforeClosing(
  appeal: AppealEntity,
  stores: Stores,
  office: Office,
  now: Instant,
): Promise<Day | null> {
  if (appeal.status !== 'answered') return null;
  const candidate = await candidateOf(appeal, stores, office, now);
  if (candidate.reason !== 'supervised' && candidate.reason !== 'unsatisfied') return null;
  if (await wasAsked(appeal, appeal.replyDoneAt ?? NO_DUE, stores)) return null;
  const dueOn = addDays(dayOf(now), office.rules.revisitDays);
  await addTask(appeal, candidate.reason, candidate, dueOn, stores, now);
  return dueOn;
}
