/** Width on a terminal: a Han character or a full-width sign takes two places. */
export const width = (text: string): number =>
  [...text].reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );

export function cut(text: string, places: number): string {
  if (width(text) <= places) return text;
  let out = '';
  for (const sign of text) {
    if (width(out + sign) > places - 1) break;
    out += sign;
  }
  return `${out}…`;
}

const pad = (text: string, places: number): string => text + ' '.repeat(Math.max(0, places - width(text)));

/** Columns aligned by what is seen, the last one free. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], most = 44): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cut(cell, most)));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => width(row[at] ?? ''))));
  const lines = cells.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((places) => '-'.repeat(places)).join('  '));
  return `${lines.join('\n')}\n`;
}
