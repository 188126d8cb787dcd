import type { ColumnNames, LogColumn } from '@hub/domain';
import type { SheetRow } from './cell';
import { USUAL_HEADINGS } from './fields';
import { headerScore, matchHeadings, plainHeading, type Columns } from './headings';
import { readRecord, type BadRow, type GoodRow } from './row-record';

/** Titles, dates and units of measure may stand above the header. */
export const HEAD_ROWS = 15;
/** The last lines of a paper form, not submissions. */
const FOOTER = /^(?:合计|总计|小计|共计|制表|填表|审核人|统计人|备注|注|说明)(?:[:：\s\d]|人|日期|时间|$)/;
const SUM = /^(?:本页|本月|本周)?(?:合计|总计|小计|共计|累计)[:：\s\d件条起]*$/;
const PAGE = /^第\s*\d+\s*页|^(?:打印|导出|制表)(?:时间|日期)[:：]/;
const EXAMPLE = 60;
const FIGURE = /^[\d.\s]*[件条起]?$/;

const textOf = (row: SheetRow): string[] => [...row.cells.values()].map((cell) => cell.text.trim());

/** A sheet whose header is understood. */
export class LogTable {
  private readonly titles: ReadonlySet<string>;
  private readonly headings: ReadonlyMap<number, string>;

  constructor(
    readonly columns: Columns,
    private readonly header: SheetRow,
    above: readonly SheetRow[],
    private readonly sheet: string,
  ) {
    this.headings = new Map([...header.cells].map(([at, cell]) => [at, plainHeading(cell.text)]));
    this.titles = new Set(above.flatMap(textOf));
  }

  get headerRow(): number {
    return this.header.row;
  }

  /** The row as it is taken; null where it is none of the submissions. */
  read(row: SheetRow, now: number): GoodRow | BadRow | null {
    if (row.row <= this.header.row || this.isDecoration(row)) return null;
    const place = this.sheet ? `“${this.sheet}”第 ${row.row} 行` : `第 ${row.row} 行`;
    return readRecord(row, this.columns, place, now);
  }

  /** A title or header printed again, a sum, a form's footer, or a numbered line that nobody filled in. */
  private isDecoration(row: SheetRow): boolean {
    const { counters, of } = this.columns;
    if ([...row.cells.keys()].every((at) => counters.has(at))) return true;
    if ([...row.cells].every(([at, cell]) => this.headings.get(at) === plainHeading(cell.text.slice(0, 100)))) return true;
    const texts = textOf(row);
    if (texts.every((text) => this.titles.has(text))) return true;
    if (SUM.test(texts[0]!) && texts.slice(1).every((text) => FIGURE.test(text))) return true;
    if (texts.length === 1 && PAGE.test(texts[0]!)) return true;
    return !of.get('text')!.some((at) => row.cells.has(at)) && FOOTER.test(texts[0]!);
  }
}

/** The table below the header that is found among the first rows, or null. */
export function findTable(head: readonly SheetRow[], own: ColumnNames, sheet: string): LogTable | null {
  const scores = head.map((row) => headerScore(row.cells, own));
  const at = scores.indexOf(Math.max(...scores));
  if (!(scores[at]! > 0)) return null;
  return new LogTable(matchHeadings(head[at]!.cells, own), head[at]!, head.slice(0, at), sheet);
}

/** The row that most looks like a header and its texts, for telling what was found. */
export function likelyHeader(head: readonly SheetRow[]): { readonly row: SheetRow | null; readonly headings: readonly string[] } {
  let best: ReturnType<typeof likelyHeader> = { row: null, headings: [] };
  for (const row of head) {
    const texts = textOf(row).map((text) => text.replace(/\s+/g, ''));
    const headings = texts.filter((text) => text.length <= 12 && !/\d{4}/.test(text));
    if (headings.length > best.headings.length) best = { row, headings };
  }
  return best;
}

/** `below` are the first rows under the header. */
export function columnsFound({ headings, fields, reasons }: Columns, below: readonly SheetRow[]): LogColumn[] {
  const example = (at: number) =>
    below
      .find((row) => row.cells.has(at))
      ?.cells.get(at)
      ?.text.trim()
      .slice(0, EXAMPLE) ?? '';
  return [...headings]
    .sort(([a], [b]) => a - b)
    .map(([at, heading]) => ({
      at,
      heading,
      field: fields.get(at) ?? null,
      reason: reasons.get(at) ?? '不认识这个名称，原样保留',
      example: example(at),
    }));
}

/** What was looked for and what there is, where no column holds the citizen's words. */
export function noText(found: readonly string[], own: ColumnNames): string {
  const wanted = [...(own.text ?? []), ...USUAL_HEADINGS.text].slice(0, 6).map((one) => `“${one}”`);
  const seen = found.length > 0 ? `找到的栏名是：${found.slice(0, 20).join('、')}。` : '';
  return `没有找到写来件内容的一栏。${seen}常用的名称是${wanted.join('、')}。`;
}
