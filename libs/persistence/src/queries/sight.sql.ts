import { AFTER_ANSWER, type Sight, type Veil } from '@hub/domain';

/** What is read, and the conditions on it; `a` is the appeal. */
export interface Condition {
  readonly from: string;
  readonly sql: string[];
  readonly values: (string | number)[];
}

/** From the parts to their appeals, in this order on both engines. */
const HELPED = `(SELECT DISTINCT appealId FROM parts WHERE unitId = ? AND state IN ('open', 'answered')) p
  CROSS JOIN appeals a ON a.id = p.appealId`;
const NAMED = `(SELECT appealId FROM named_staff WHERE userId = ?) n CROSS JOIN appeals a ON a.id = n.appealId`;

const OPEN: Record<Veil, string[]> = {
  nothing: [],
  conduct: ["a.guard NOT LIKE 'conduct%'"],
  guarded: ["a.guard = ''"],
};
const CLOSED: Record<Exclude<Veil, 'nothing'>, string> = { conduct: "a.guard LIKE 'conduct%'", guarded: "a.guard <> ''" };

/**
 * `sees` in SQL: what a person knows of by his role, by a part of his unit and by being named, each found by an index of
 * its own; no appeal is in two of them.
 */
export function sightSources(sight: Sight): Condition[] {
  if ('none' in sight) return [{ from: 'appeals a', sql: ['1 = 0'], values: [] }];
  const source = (from: string, ...parts: readonly (readonly [sql: string, ...values: (string | number)[]])[]): Condition => ({
    from,
    sql: parts.map(([sql]) => sql),
    values: parts.flatMap(([, ...values]) => values),
  });
  const open = OPEN[sight.veil].map((sql) => [sql] as const);
  const innocent =
    sight.accused === null ? [] : [['a.guard NOT IN (?, ?)', `unit:${sight.accused}`, `conduct:${sight.accused}`] as const];
  const named = (...more: Parameters<typeof source>[1][]): Condition => {
    const { from, sql, values } = source(NAMED, ...innocent, ...more);
    return { from, sql, values: [sight.staffId, ...values] };
  };
  const marks = AFTER_ANSWER.map(() => '?').join(', ');
  const byNaming = sight.veil === 'nothing' ? [] : [named([CLOSED[sight.veil]])];
  if ('all' in sight) return [source('appeals a', ...open, ...innocent), ...byNaming];
  if ('answered' in sight)
    return [source('appeals a', [`a.status IN (${marks})`, ...AFTER_ANSWER], ...open, ...innocent), ...byNaming];

  const { unitId } = sight;
  const elsewhere = ['(a.unitId IS NULL OR a.unitId <> ?)', unitId] as const;
  const { from, sql, values } = source(HELPED, elsewhere, ...open, ...innocent);
  const helped = { from, sql, values: [unitId, ...values] };
  if (!('handlerId' in sight))
    return [
      source('appeals a', ['a.unitId = ?', unitId], ...innocent),
      helped,
      named(["a.guard <> ''"], elsewhere, ['a.coUnits NOT LIKE ?', `%|${unitId}|%`]),
    ];
  const mine = ["(a.handlerId = ? OR (a.handlerId IS NULL AND a.guard = ''))", sight.handlerId] as const;
  const notMine = [
    '(a.unitId IS NULL OR a.unitId <> ? OR a.handlerId IS NULL OR a.handlerId <> ?)',
    unitId,
    sight.handlerId,
  ] as const;
  return [source('appeals a', ['a.unitId = ?', unitId], mine, ...innocent), helped, named(["a.guard <> ''"], notMine)];
}
