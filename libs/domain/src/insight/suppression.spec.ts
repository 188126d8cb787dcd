import { array, assert, integer, property } from 'fast-check';
import { publishable, publishableTotals } from './publishable';
import { hiddenCells } from './suppression';

describe('small counts', () => {
  it.each([
    ['nothing small, nothing hidden', [7, 8, 15], [false, false, false]],
    ['a small one takes the next smallest with it', [3, 9, 20, 32], [true, true, false, false]],
    ['two small ones that make five stay alone', [2, 3, 9, 14], [true, true, false, false]],
    ['two small ones that make four need a third', [2, 2, 9, 8, 21], [true, true, false, true, false]],
    ['nought is no secret', [0, 6, 7, 13], [false, false, false, false]],
  ])('of one line: %s', (_, line, hidden) => expect(hiddenCells([line])).toEqual([hidden]));

  it('cannot be found as the year less the other months', () => {
    const hidden = hiddenCells([[5, 1, 6], [9, 9, 18], [9, 9, 18]], [true, true, true]); // prettier-ignore
    expect(hidden[0]!.filter(Boolean).length).toBeGreaterThan(1);
  });

  it('cannot be computed from all that is shown, whatever the counts', () => {
    const part = array(integer({ min: 0, max: 11 }), { minLength: 4, maxLength: 4 });
    assert(
      property(array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const values = ['air', 'noise', 'soil', 'water'];
        const { parts: tables, whole } = publishable(
          parts.map((one) => Object.fromEntries(one.map((n, at) => [values[at]!, n]))),
        );
        const columns = [...parts, values.map((_, row) => parts.reduce((sum, one) => sum + one[row]!, 0))];
        const secrets = [...tables, whole].flatMap((table, column) =>
          values.flatMap((value, row): Edge[] => {
            const shown = table?.rows.some((one) => one.value === value) ?? false;
            return columns[column]![row]! > 0 && !shown ? [[value, table ? `part ${column}` : 'not told']] : [];
          }),
        );
        for (const secret of secrets) expect([parts, secret, isBridge(secret, secrets)]).toEqual([parts, secret, false]);
      }),
      { numRuns: 3000 },
    );
  });
});

/** An unknown count between its two sums; sums that nobody knows are one. */
type Edge = readonly [value: string, part: string];

/**
 * Unknown counts between known sums are the edges of a graph. One follows from the others only where no other way leads from
 * its one end to its other: on a circle, 1 may be taken and given all along it and every sum stays.
 */
function isBridge(edge: Edge, edges: readonly Edge[]): boolean {
  const others = edges.filter((one) => one !== edge);
  const reached = new Set([`value ${edge[0]}`]);
  for (let grown = -1; grown !== reached.size;) {
    grown = reached.size;
    for (const [value, part] of others)
      if (reached.has(`value ${value}`) || reached.has(part)) reached.add(`value ${value}`).add(part);
  }
  return !reached.has(edge[1]);
}

describe('what is published', () => {
  it('keeps the sum, joins the small and what is not named, and puts the most first', () => {
    const { parts } = publishable([{ noise: 20, air: 9, water: 3, other: 4, '': 2 }], ['other', '']);
    expect(parts[0]).toEqual({ rows: [{ value: 'noise', count: 20 }], rest: 18, total: 38 });
  });

  it('tells of the whole what the parts do not give away', () => {
    const { parts, whole } = publishable([{ air: 3, noise: 9, water: 9 }, { air: 4, noise: 9, water: 9 }]); // prettier-ignore
    expect(whole!.rows).toContainEqual({ value: 'air', count: 7 });
    expect(parts.map((part) => part!.rows.some(({ value }) => value === 'air'))).toEqual([false, false]);
    expect(parts.map((part) => part!.total)).toEqual([21, 22]);
  });

  it('does not tell a small month by the year, nor what such a month is made of', () => {
    expect(publishableTotals([12, 3, 0, 9])).toEqual({ parts: [12, null, 0, null], whole: 24 });
    expect(publishable([{ air: 12 }, { air: 3 }, { air: 9 }]).parts.slice(1)).toEqual([null, null]);
  });
});
