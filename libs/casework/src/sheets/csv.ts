import type { SheetContent } from './workbook';

/** By these signs a spreadsheet takes a text for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+@\t\r]|^-(?!\d)/;

const cell = (text: string): string => {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};
const line = (cells: readonly string[]): Buffer => Buffer.from(`${cells.map(cell).join(',')}\r\n`);

/** The rows as comma separated text (RFC 4180) in UTF-8, with the mark by which Excel knows it. */
export async function* csv({ headings, rows }: Omit<SheetContent, 'name'>): AsyncGenerator<Buffer> {
  yield Buffer.concat([Buffer.from('\ufeff'), line(headings)]);
  for await (const cells of rows) yield line(cells);
}
