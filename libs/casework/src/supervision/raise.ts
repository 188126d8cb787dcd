import {
  addDays,
  dayOf,
  documentNumber,
  supervisionGrounds,
  SYSTEM_NAME,
  type FoundGround,
  type FoundReason,
  type GroundFacts,
  type Instant,
  type Office,
} from '@hub/domain';
import type { AppealEntity, NewOrder, Stores, SupervisionOrderEntity } from '@hub/persistence';

/** What is known of an appeal without looking further; the caller adds what its own act has found out. */
export const groundFacts = (
  appeal: Pick<AppealEntity, 'status' | 'returns' | 'changedAt'>,
  more: Partial<GroundFacts> = {},
): GroundFacts => ({
  status: appeal.status,
  level: 'none',
  daysLate: 0,
  returns: appeal.returns,
  unsatisfied: false,
  people: 1,
  joined: 1,
  changedAt: appeal.changedAt,
  ...more,
});

/** The grounds that hold and that nobody has dealt with: one that was dismissed is not raised again, one that was closed is. */
export function newGrounds(
  facts: GroundFacts,
  orders: readonly Pick<SupervisionOrderEntity, 'ground' | 'state'>[],
  office: Office,
  now: Instant,
): FoundReason[] {
  const standing = orders.filter(({ state }) => state !== 'closed').map(({ ground }) => ground);
  return supervisionGrounds(facts, office.supervision, dayOf(now)).filter(({ ground }) => !standing.includes(ground));
}

export const isAuto = (ground: FoundGround, office: Office): boolean => office.supervision.grounds[ground].auto;

/** `running` is the number of an order that a rule issues at once. */
export function orderOf(
  appeal: Pick<AppealEntity, 'id' | 'unitId'>,
  { ground, reason }: FoundReason,
  office: Office,
  now: Instant,
  running: number | null,
): NewOrder {
  const issued = running !== null;
  return {
    appealId: appeal.id,
    number: issued ? orderNumber(office, now, running) : null,
    state: issued ? 'open' : 'suggested',
    ground,
    reason,
    demand: office.supervision.grounds[ground].demand,
    dueOn: addDays(dayOf(now), office.supervision.answerDays),
    warnedLevel: 0,
    unitId: appeal.unitId,
    suggestedAt: now,
    issuedById: null,
    issuedBy: issued ? SYSTEM_NAME : null,
    enteredBy: null,
    issuedAt: issued ? now : null,
    reminders: 0,
    remindedAt: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    closedBy: null,
    closedAt: null,
    closingWords: null,
  };
}

/** 普环督〔2026〕3号 */
export const orderNumber = (office: Office, now: Instant, running: number): string =>
  documentNumber(office.documentPrefix, office.documents.words['supervision-order'], dayOf(now).slice(0, 4), running);

export const takeOrderNumbers = (stores: Pick<Stores, 'counters'>, now: Instant, count: number): Promise<number> =>
  stores.counters.take(`supervision:${dayOf(now).slice(0, 4)}`, count);

/** The line of history that says that a rule has issued an order. */
export const ruleLine = (appeal: Pick<AppealEntity, 'id' | 'status'>, order: NewOrder, at: Instant) => ({
  appealId: appeal.id,
  act: 'supervision' as const,
  way: 'issue',
  fromStatus: appeal.status,
  toStatus: appeal.status,
  byId: null,
  byName: SYSTEM_NAME,
  at,
  note: `${order.number}：${order.reason}`,
});
