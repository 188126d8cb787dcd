import { dayOf, daysBetween, milestones, type Day, type Fact, type Instant } from '@hub/domain';
import type { NewAppeal } from '@hub/persistence';

/** What belongs to an appeal of a counting test. */
export interface Counted {
  readonly appeal: NewAppeal;
  readonly endedAt: Instant | null;
  /** What the citizen said, on being asked again or in his rating. */
  readonly opinions: readonly { by: 'revisit' | 'rating'; at: Instant; satisfied: string; solved: string | null }[];
  readonly orders: readonly { state: string; issuedAt: Instant | null; answeredAt: Instant | null; dueOn: Day }[];
  readonly letters: readonly { state: string; sentAt: Instant; repliedAt: Instant | null; dueOn: Day }[];
}

export interface OneFact {
  readonly fact: Fact;
  readonly day: Day;
  readonly value?: string;
}

/** The facts of one appeal, read from its rows one after another as a clerk would with the file before him. */
export function countedByHand(one: Counted, all: readonly Counted[], today: Day): OneFact[] {
  const { appeal, endedAt, opinions, orders, letters } = one;
  const { status } = appeal;
  if (status === 'discarded') return [];
  const facts: OneFact[] = [];
  const add = (fact: Fact, day: Day, when: unknown = true) => void (when && facts.push({ fact, day }));
  const receivedOn = dayOf(appeal.receivedAt);
  add('received', receivedOn);
  add('replied', receivedOn, appeal.replyDoneAt);
  add('assigned', receivedOn, appeal.unitId || appeal.returns);
  add('returned', receivedOn, appeal.returns);
  add('supervised', receivedOn, appeal.supervised);
  add(
    'repeated',
    receivedOn,
    all.some((other) => isEarlier(other.appeal, appeal)),
  );

  const gone = ['withdrawn', 'not-accepted'].includes(status);
  const sent =
    letters
      .map(({ sentAt }) => sentAt)
      .sort()
      .at(-1) ?? null;
  const leftAt = gone ? endedAt : appeal.departmentId ? sent : null;
  const owes = (dueOn: Day) => !leftAt || dayOf(leftAt) > dueOn;
  for (const step of milestones(appeal, today, 0)) {
    const dueOn = (step.name === 'reply' && appeal.replyMissedOn) || step.dueOn;
    if (!owes(dueOn)) continue;
    if (step.state === 'waived') facts.push({ fact: `${step.name}-waived` as Fact, day: dueOn });
    else {
      const kept = step.state === 'done' && !step.late;
      facts.push({ fact: `${step.name}-due`, day: dueOn }, { fact: `${step.name}-${kept ? 'kept' : 'late'}`, day: dueOn });
    }
  }
  const closedOn = ['closed', 'archived'].includes(status) && endedAt ? dayOf(endedAt) : null;
  if (owes(appeal.finishDueOn)) {
    const kept = closedOn !== null && closedOn <= appeal.finishDueOn;
    const day = kept ? closedOn : appeal.finishDueOn;
    facts.push({ fact: 'finish-due', day }, { fact: kept ? 'finish-kept' : 'finish-late', day });
  }
  if (appeal.replyDoneAt) {
    const day = dayOf(appeal.replyDoneAt);
    const inTurn = [...opinions].sort((x, y) => (x.at < y.at ? -1 : 1));
    const last = inTurn.at(-1);
    const solved = inTurn.filter((said) => said.solved).at(-1)?.solved;
    add('answered', day);
    add('rated', day, last !== undefined);
    add('satisfied', day, last !== undefined && last.satisfied !== 'unsatisfied');
    add('fair', day, last?.satisfied === 'fair');
    add('unsatisfied', day, last?.satisfied === 'unsatisfied');
    add('solved-asked', day, Boolean(solved));
    add('solved', day, solved === 'yes');
    add('solved-partly', day, solved === 'partly');
  }
  if (closedOn) {
    add('closed', closedOn);
    add(
      'revisited',
      closedOn,
      opinions.some(({ by }) => by === 'revisit'),
    );
  }
  for (const { state, issuedAt, answeredAt, dueOn } of orders) {
    if (!issuedAt || state === 'dismissed') continue;
    add('ordered', dayOf(issuedAt));
    add('order-due', dueOn);
    add('order-kept', dueOn, answeredAt && dayOf(answeredAt) <= dueOn);
  }
  for (const { state, repliedAt, dueOn } of letters) {
    if (['objected', 'taken-back'].includes(state)) continue;
    add('transfer-due', dueOn);
    add('transfer-kept', dueOn, repliedAt && dayOf(repliedAt) <= dueOn);
  }
  return facts;
}

/** An earlier one of the same matter, at most twelve months before. */
function isEarlier(other: NewAppeal, appeal: NewAppeal): boolean {
  const { receivedAt, matterId } = appeal;
  const yearBefore = `${Number(receivedAt.slice(0, 4)) - 1}${receivedAt.slice(4)}`;
  return (
    matterId !== null &&
    other.matterId === matterId &&
    other.status !== 'discarded' &&
    other.receivedAt < receivedAt &&
    other.receivedAt >= yearBefore
  );
}

export const daysToAnswer = ({ receivedAt, replyDoneAt }: NewAppeal): number =>
  daysBetween(dayOf(receivedAt), dayOf(replyDoneAt!));
