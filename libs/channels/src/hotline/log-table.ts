import { Unreadable } from '@hub/domain';
import { CHARACTER_LIMIT, ROW_LIMIT, type SheetRow } from './cell';
import { USUAL_HEADINGS, type ColumnNames } from './fields';
import { headerScore, matchHeadings, type Columns } from './headings';
import { readRecord, type BadRow, type GoodRow } from './row-record';

/** Titles, dates and units of measure may stand above the header. */
const HEAD_ROWS = 15;
/** The last lines of a paper form, not submissions. */
const FOOTER = /^(?:合计|总计|小计|共计|制表|填表|审核人|统计人|备注|注|说明)(?:[:：\s\d]|人|日期|时间|$)/;

/** Rows of one table, taken one after another: finds the header among the first and reads the rest by it. */
export class LogTable {
  readonly good: GoodRow[] = [];
  readonly bad: BadRow[] = [];
  private head: SheetRow[] | null = [];
  private columns: Columns | null = null;
  private header: SheetRow['cells'] = new Map();
  private count = 0;
  private characters = 0;

  constructor(
    private readonly own: ColumnNames,
    private readonly now: number,
    private readonly title: string,
  ) {}

  readonly take = (row: SheetRow): void => {
    if (++this.count > ROW_LIMIT)
      throw new Unreadable(`读不出这个文件：超过 ${ROW_LIMIT / 10_000} 万行。请拆成几个小一些的文件再试。`);
    for (const cell of row.cells.values()) this.characters += cell.text.length;
    if (this.characters > CHARACTER_LIMIT) throw new Unreadable('读不出这个文件：里面的文字太多。请拆成几个小一些的文件再试。');
    if (!this.head) return this.read(row);
    this.head.push(row);
    if (this.head.length === HEAD_ROWS) this.settle();
  };

  /** Call after the last row. True where the table has a header that says where the text is. */
  finish(): boolean {
    this.settle();
    return this.columns !== null;
  }

  /** The row that most looks like a header, for telling what was found. */
  get likelyHeadings(): string[] {
    const rows = this.seen.map((row) => [...row.cells.values()].map((cell) => cell.text.replace(/\s+/g, '')));
    const wordy = rows.map((cells) => cells.filter((text) => text.length <= 12 && !/\d{4}/.test(text)));
    return wordy.reduce((best, cells) => (cells.length > best.length ? cells : best), []);
  }

  private seen: readonly SheetRow[] = [];

  private settle(): void {
    const head = this.head;
    if (!head) return;
    this.head = null;
    this.seen = head;
    const scores = head.map((row) => headerScore(row.cells, this.own));
    const at = scores.indexOf(Math.max(...scores));
    if (!(scores[at]! > 0)) return;
    this.columns = matchHeadings(head[at]!.cells, this.own);
    this.header = head[at]!.cells;
    for (const row of head.slice(at + 1)) this.read(row);
  }

  private read(row: SheetRow): void {
    if (!this.columns || this.isDecoration(row, this.columns)) return;
    const place = this.title ? `“${this.title}”第 ${row.row} 行` : `第 ${row.row} 行`;
    const result = readRecord(row, this.columns, place, this.now);
    if ('fault' in result.record) this.bad.push(result as BadRow);
    else this.good.push(result as GoodRow);
  }

  /** A header printed again, a form's footer, or a numbered line that nobody filled in. */
  private isDecoration(row: SheetRow, columns: Columns): boolean {
    if ([...row.cells.keys()].every((at) => columns.counters.has(at))) return true;
    if ([...row.cells].every(([at, cell]) => cell.text === this.header.get(at)?.text)) return true;
    const hasText = columns.of.get('text')!.some((at) => row.cells.has(at));
    return !hasText && FOOTER.test([...row.cells.values()][0]!.text.trim());
  }
}

export function noHeader(found: readonly string[], own: ColumnNames): Unreadable {
  const wanted = [...(own.text ?? []), ...USUAL_HEADINGS.text].slice(0, 6).map((one) => `“${one}”`);
  const seen = found.length > 0 ? `找到的栏名是：${found.slice(0, 20).join('、')}。` : '';
  return new Unreadable(
    `读不出这个文件：没有找到写来件内容的一栏。${seen}需要有一栏叫${wanted.join('、')}之类；用别的名字，请写进渠道设置（columns 的 text）。`,
  );
}
