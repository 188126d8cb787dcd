import { cleanText, oneLine, type Instant, type LogField } from '@hub/domain';
import { createHash } from 'node:crypto';
import type { Cell, SheetRow } from './cell';
import type { Columns } from './headings';
import { whenOf } from './when';

/** What is kept of a row, as JSON; what is empty is left out. Kind and secrecy stay in the log's own words. */
export interface RowRecord extends Partial<Record<Exclude<LogField, 'number' | 'reply' | 'handling'>, string>> {
  readonly row: number;
  readonly outsideNumber?: string;
  readonly receivedAt?: Instant;
  readonly remarks?: readonly string[];
  /** What the other columns say, by heading: what the office writes into them, and what we do not understand. */
  readonly others?: Readonly<Record<string, string>>;
}

/** What is kept of a row or file that cannot be taken; reading it again gives the same reason. */
export interface FaultRecord {
  readonly fault: string;
  readonly row?: number;
  readonly cells?: Readonly<Record<string, string>>;
}

/** The hashes are made when they are asked for: a log is read twice, and `content` only the second time. */
export interface GoodRow {
  readonly row: number;
  /** Of the words by which the row is known: without what the office writes into it later. */
  readonly hash: string;
  /** Of everything that it says; tells that a known row has changed. */
  readonly content: string;
  /** The order number, where it is one that can be relied on. */
  readonly number: string | null;
  readonly arrivedAt: Instant | null;
  readonly record: RowRecord;
}

export interface BadRow {
  readonly row: number;
  readonly hash: string;
  readonly record: FaultRecord;
}

const FORMULA_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;
/** Typed or saved as a text, a number in this form has lost its last digits. */
const SHORTENED = /^\d(?:\.\d+)?e\+?\d+$/i;
const EXACT_DIGITS = 15;

const tidy = (text: string): string =>
  cleanText(text)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

/** The row's cells, whatever their order, without those that change while the office works on it. */
function hashOf(row: SheetRow, columns: Columns): string {
  const changing = new Set([...(columns.of.get('reply') ?? []), ...(columns.of.get('handling') ?? []), ...columns.counters]);
  const cells = [...row.cells]
    .filter(([at]) => !changing.has(at))
    .map(([at, cell]) => [columns.headings.get(at) ?? `#${at}`, cell.text.trim()]);
  return digest(cells.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}

/** The cells of these columns by their heading, in an order that the file has no say in. */
function cellsBy(row: SheetRow, columns: Columns, wanted: (at: number) => boolean): Record<string, string> | undefined {
  const cells = [...row.cells]
    .filter(([at]) => wanted(at))
    .map(([at, cell]) => [columns.headings.get(at) || `第 ${at + 1} 列`, cell.text.trim()] as const);
  return cells.length > 0 ? Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1))) : undefined;
}

/** Reads a row by its columns. `place` names it for people: "第 6 行". */
export function readRecord(row: SheetRow, columns: Columns, place: string, now: number): GoodRow | BadRow {
  const pick = (field: LogField): { at: number; cell: Cell } | null => {
    const at = columns.of.get(field)?.find((column) => row.cells.has(column));
    return at === undefined ? null : { at, cell: row.cells.get(at)! };
  };
  const heading = (at: number) => columns.headings.get(at) ?? '';
  const bad = (fault: string): BadRow => {
    const cells = cellsBy(row, columns, () => true) ?? {};
    return { row: row.row, hash: hashOf(row, columns), record: { fault, row: row.row, cells } };
  };

  const text = pick('text');
  if (!text) return bad(`${place}“${heading(columns.of.get('text')![0]!)}”是空的。请补上内容再导入。`);
  if (FORMULA_ERROR.test(text.cell.text.trim()))
    return bad(`${place}“${heading(text.at)}”是公式错误“${text.cell.text.trim()}”。请填上原来的文字。`);

  const received = pick('receivedAt');
  const arrivedAt = received && whenOf(received.cell, now);
  if (received && !arrivedAt)
    return bad(
      `${place}“${heading(received.at)}”是“${oneLine(received.cell.text).slice(0, 40)}”，不是日期。请改成 2026-11-23 15:00。`,
    );

  const digits = (field: 'number' | 'phone'): string | BadRow => {
    const found = pick(field);
    const written = oneLine(found?.cell.text ?? '')
      .normalize('NFKC')
      .replace(/^'/, '')
      .replace(/^(\d+)\.0+$/, '$1');
    if (!found || !SHORTENED.test(written)) return written;
    const [mantissa = '', power = '0'] = written.toLowerCase().split('e');
    const whole = mantissa.replace('.', '');
    if (whole.length === Number(power) + 1) return whole;
    return bad(`${place}“${heading(found.at)}”是“${written}”，号码的后几位已经丢了。请把这一列改成文本格式，填上完整的号码。`);
  };
  const number = digits('number');
  if (typeof number !== 'string') return number;
  const phone = digits('phone');
  if (typeof phone !== 'string') return phone;

  const numbered = pick('number');
  const counts = numbered !== null && columns.counters.has(numbered.at) && /^\d{1,6}$/.test(number);
  const doubtful = numbered?.cell.serial !== undefined && number.replace(/^0+/, '').length > EXACT_DIGITS;
  const remarks = [
    ...(columns.makeshift ? [`台账里没有来件内容一栏，用的是“${heading(text.at)}”。`] : []),
    ...(doubtful ? [`“${heading(numbered!.at)}”在表格里存成了数字，${EXACT_DIGITS} 位以后可能不对。`] : []),
  ];
  const line = (field: LogField) => oneLine(pick(field)?.cell.text ?? '') || undefined;
  const secrecy = pick('secrecy');
  const unread = (at: number) => {
    if (columns.counters.has(at)) return false;
    const field = columns.fields.get(at);
    return !field || field === 'reply' || field === 'handling' || columns.of.get(field)![0] !== at;
  };
  const said = {
    outsideNumber: counts ? undefined : number || undefined,
    receivedAt: arrivedAt ?? undefined,
    subject: line('subject'),
    text: tidy(text.cell.text),
    name: line('name'),
    phone: phone || undefined,
    email: line('email'),
    address: line('address'),
    place: line('place'),
    street: line('street'),
    kind: line('kind'),
    secrecy: secrecy ? `${heading(secrecy.at)}：${oneLine(secrecy.cell.text)}` : undefined,
    source: line('source'),
    note: line('note'),
    others: cellsBy(row, columns, unread),
  };
  return {
    row: row.row,
    get hash() {
      return hashOf(row, columns);
    },
    get content() {
      return digest(said);
    },
    number: number && !counts && !doubtful ? number : null,
    arrivedAt: arrivedAt ?? null,
    record: { row: row.row, ...said, remarks: remarks.length > 0 ? remarks : undefined },
  };
}
