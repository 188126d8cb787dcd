import type { XmlHandlers } from './xml';

const RANGES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Does a custom format show a date or a clock? Quoted words, escaped signs, colours and conditions say nothing. */
export function showsDate(code: string): boolean {
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/_./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return !/general/i.test(bare) && /[ymdh]/i.test(bare);
}

/** `custom` are the file's own formats: whether each shows a date. */
export const isDateFormat = (id: number, custom: ReadonlyMap<number, boolean>): boolean =>
  custom.get(id) ?? RANGES.some(([from, to]) => id >= from && id <= to);

/** Reads `styles.xml` into a list: whether the cell style of that index shows a date (ECMA-376 part 1, 18.8.30). */
export function styleReader(): { handlers: XmlHandlers; dated: boolean[] } {
  const custom = new Map<number, boolean>();
  const dated: boolean[] = [];
  let inside = false;
  return {
    dated,
    handlers: {
      open(name, attributes) {
        if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), showsDate(attributes['formatCode'] ?? ''));
        if (name === 'cellXfs') inside = true;
        if (name === 'xf' && inside) dated.push(isDateFormat(Number(attributes['numFmtId'] ?? 0), custom));
      },
      close(name) {
        if (name === 'cellXfs') inside = false;
      },
    },
  };
}
