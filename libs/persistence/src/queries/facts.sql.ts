import { addDays, FACTS, startOf, type Day, type Fact, type Slice } from '@hub/domain';
import type { Engine } from '../data-source';

/** How a fact is read from an appeal `a`, or from rows `r` that belong to one. */
export interface FactSql {
  readonly rows?: string;
  readonly where: string;
  /** The day on which it counts, as an expression; null for the day of receipt. */
  readonly day: string | null;
}

/** A day of Shanghai ends at 16:00 UTC: whatever lies before that was done in time. */
const inTime = (at: string, day: string): string => `${at} < CONCAT(${day}, 'T16:00:00.000Z')`;

/** While the citizen is asked and the promise stands still, a step is late only past the day to finish; see `dueOnWhileWaiting`. */
const dueOn = (step: 'contact' | 'site' | 'reply'): string =>
  `CASE WHEN a.waitSince IS NOT NULL AND a.${step}DoneAt IS NULL AND a.${step}DueOn >= a.waitSince
    AND a.${step}DueOn < a.finishDueOn THEN a.finishDueOn ELSE a.${step}DueOn END`;

/** When an appeal left us: withdrawn, not accepted, or with the letter that hands it to another body. */
const LEFT_AT = `CASE WHEN a.status IN ('withdrawn', 'not-accepted') THEN a.endedAt
  WHEN a.departmentId IS NOT NULL THEN (SELECT MAX(t.sentAt) FROM transfers t WHERE t.appealId = a.id) END`;

/** What left us before a step was due owes it no more; what left later was late and stays late. */
const owed = (due: string): string =>
  `a.status <> 'discarded' AND NOT (COALESCE(${LEFT_AT}, '9999') < CONCAT(${due}, 'T16:00:00.000Z'))`;

function step(name: 'contact' | 'site' | 'reply') {
  const due = name === 'reply' ? `COALESCE(a.replyMissedOn, ${dueOn(name)})` : dueOn(name);
  const done = `a.${name}DoneAt`;
  const waived = name === 'reply' ? null : `a.${name}Waiver IS NOT NULL AND ${done} IS NULL`;
  const asked = waived ? `${owed(due)} AND NOT (${waived})` : owed(due);
  const kept = `${done} IS NOT NULL AND ${inTime(done, due)}`;
  const fact = (where: string): FactSql => ({ day: due, where });
  return {
    due: fact(asked),
    kept: fact(`${asked} AND ${kept}`),
    late: fact(`${asked} AND NOT (${kept})`),
    waived: fact(waived ? `${owed(due)} AND ${waived}` : '1 = 0'),
  };
}

const YEAR_BEFORE = 'CONCAT(SUBSTR(a.receivedAt, 1, 4) - 1, SUBSTR(a.receivedAt, 5))';
const COUNTED = "a.status <> 'discarded'";
const CLOSED = "a.status IN ('closed', 'archived') AND a.endedAt IS NOT NULL";
const CLOSED_IN_TIME = `${CLOSED} AND ${inTime('a.endedAt', 'a.finishDueOn')}`;

/** Of what a citizen said of the answer, on being asked again or in his rating, the last holds. */
function lastOpinion(revisit: string, rating: string, ofRevisits = '1 = 1'): string {
  const last = (table: string, which: string) => `(SELECT MAX(l.at) FROM ${table} l WHERE l.appealId = a.id AND ${which})`;
  const revisited = last('revisit_records', ofRevisits);
  const rated = last('ratings', '1 = 1');
  return `a.replyDoneAt IS NOT NULL AND (
    EXISTS (SELECT 1 FROM revisit_records o WHERE o.appealId = a.id AND o.at = ${revisited} AND o.at >= COALESCE(${rated}, '') AND ${revisit})
    OR EXISTS (SELECT 1 FROM ratings o WHERE o.appealId = a.id AND o.at = ${rated} AND o.at > COALESCE(${revisited}, '') AND ${rating}))`;
}

/** The day of Shanghai on which a moment falls. */
export const dayOfSql = (engine: Engine, at: string): string =>
  engine === 'sqlite'
    ? `date(${at}, '+8 hours')`
    : `DATE_FORMAT(STR_TO_DATE(LEFT(${at}, 19), '%Y-%m-%dT%H:%i:%s') + INTERVAL 8 HOUR, '%Y-%m-%d')`;

/** Each fact as both engines read it; a test counts the same by hand. */
export function factsSql(engine: Engine): Record<Fact, FactSql> {
  const dayOf = (at: string): string => dayOfSql(engine, at);
  const contact = step('contact');
  const site = step('site');
  const reply = step('reply');
  const received = (where: string): FactSql => ({ day: null, where: `${COUNTED} AND ${where}` });
  const finishDay = `CASE WHEN ${CLOSED_IN_TIME} THEN ${dayOf('a.endedAt')} ELSE a.finishDueOn END`;
  const finish = (where: string): FactSql => ({ day: finishDay, where });
  const answered = (where: string): FactSql => ({ day: dayOf('a.replyDoneAt'), where: `${COUNTED} AND ${where}` });
  const asked = 'l.solved IS NOT NULL';
  const order = (where: string, day = 'r.dueOn'): FactSql => ({
    rows: 'supervision_orders',
    day,
    where: `${COUNTED} AND r.issuedAt IS NOT NULL AND r.state <> 'dismissed' AND ${where}`,
  });
  const transfer = (where: string): FactSql => ({
    rows: 'transfers',
    day: 'r.dueOn',
    where: `${COUNTED} AND r.state NOT IN ('objected', 'taken-back') AND ${where}`,
  });
  return {
    received: received('1 = 1'),
    replied: received('a.replyDoneAt IS NOT NULL'),
    assigned: received('(a.unitId IS NOT NULL OR a.returns > 0)'),
    returned: received('a.returns > 0'),
    repeated: received(`a.matterId IS NOT NULL AND EXISTS (SELECT 1 FROM appeals e WHERE e.matterId = a.matterId
      AND e.status <> 'discarded' AND e.receivedAt < a.receivedAt AND e.receivedAt >= ${YEAR_BEFORE})`),
    supervised: received('a.supervised + 0 = 1'),
    'contact-due': contact.due,
    'contact-kept': contact.kept,
    'contact-late': contact.late,
    'contact-waived': contact.waived,
    'site-due': site.due,
    'site-kept': site.kept,
    'site-late': site.late,
    'site-waived': site.waived,
    'reply-due': reply.due,
    'reply-kept': reply.kept,
    'reply-late': reply.late,
    'finish-due': finish(owed('a.finishDueOn')),
    'finish-kept': finish(`${owed('a.finishDueOn')} AND ${CLOSED_IN_TIME}`),
    'finish-late': finish(`${owed('a.finishDueOn')} AND NOT (${CLOSED_IN_TIME})`),
    answered: answered('a.replyDoneAt IS NOT NULL'),
    closed: { day: dayOf('a.endedAt'), where: CLOSED },
    revisited: {
      day: dayOf('a.endedAt'),
      where: `${CLOSED} AND EXISTS (SELECT 1 FROM revisit_records o WHERE o.appealId = a.id)`,
    },
    rated: answered(lastOpinion('1 = 1', '1 = 1')),
    satisfied: answered(lastOpinion("o.outcome = 'satisfied'", "o.satisfaction <> 'unsatisfied'")),
    fair: answered(lastOpinion('1 = 0', "o.satisfaction = 'fair'")),
    unsatisfied: answered(lastOpinion("o.outcome = 'unsatisfied'", "o.satisfaction = 'unsatisfied'")),
    'solved-asked': answered(lastOpinion('o.solved IS NOT NULL', '1 = 1', asked)),
    solved: answered(lastOpinion("o.solved = 'yes'", "o.solved = 'yes'", asked)),
    'solved-partly': answered(lastOpinion("o.solved = 'partly'", "o.solved = 'partly'", asked)),
    ordered: order('1 = 1', dayOf('r.issuedAt')),
    'order-due': order('1 = 1'),
    'order-kept': order(`r.answeredAt IS NOT NULL AND ${inTime('r.answeredAt', 'r.dueOn')}`),
    'transfer-due': transfer('1 = 1'),
    'transfer-kept': transfer(`r.repliedAt IS NOT NULL AND ${inTime('r.repliedAt', 'r.dueOn')}`),
  };
}

const daysBetween = (engine: Engine, from: string, to: string): string =>
  engine === 'sqlite' ? `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)` : `DATEDIFF(${to}, ${from})`;

/** The value of an appeal under a slice, and the fact that is told apart by it. */
export function slicesSql(engine: Engine): Record<Slice, { readonly fact: Fact; readonly value: string }> {
  const received = (column: string) => ({ fact: 'received' as const, value: `COALESCE(a.${column}, '')` });
  const days = daysBetween(engine, dayOfSql(engine, 'a.receivedAt'), dayOfSql(engine, 'a.replyDoneAt'));
  return {
    kind: received('kind'),
    channel: received('channel'),
    source: received('source'),
    topic: received('topic'),
    street: received('street'),
    days: { fact: 'answered', value: `CONCAT(${days}, '')` },
  };
}

/** The condition on an appeal `a` that a fact of it counts within these days. */
export function factCondition(engine: Engine, fact: Fact, from: Day, to: Day): { sql: string; values: string[] } {
  const { rows, where, day } = factsSql(engine)[fact];
  const after = startOf(addDays(to, 1));
  // Nothing counts before it is received; what counts on the day of receipt is found by that alone.
  if (day === null) return { sql: `${where} AND a.receivedAt >= ? AND a.receivedAt < ?`, values: [startOf(from), after] };
  const within = `(${where}) AND ${day} BETWEEN ? AND ?`;
  const counted = rows ? `EXISTS (SELECT 1 FROM ${rows} r WHERE r.appealId = a.id AND ${within})` : within;
  return {
    sql: `${FACTS[fact].on === 'event' ? 'a.receivedAt < ? AND ' : ''}${counted}`,
    values: [...(FACTS[fact].on === 'event' ? [after] : []), from, to],
  };
}
