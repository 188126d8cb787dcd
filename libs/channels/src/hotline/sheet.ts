import { Unreadable } from '@hub/domain';
import { CELL_LIMIT, COLUMN_LIMIT, numberCell, type Cell, type SheetRow } from './cell';
import { columnAt } from './merges';
import type { StringTable } from './string-table';
import { walkXml, type XmlHandlers } from './xml';

export interface Book {
  readonly strings: StringTable;
  readonly dated: readonly boolean[];
  readonly from1904: boolean;
}

/** `_x000d_` stands for a sign that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
const unescape = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function column(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (!letters) return next;
  const at = columnAt(letters);
  if (at >= COLUMN_LIMIT) throw new Unreadable(`读不出这个文件：单元格 ${reference} 超出了表格的范围。`);
  return at;
}

/** Collects the text runs of a string item and leaves out the phonetic ones. */
export function runReader(): { open(name: string): void; close(name: string): void; text(text: string): void; take(): string } {
  let text = '';
  let phonetic = false;
  let inside = false;
  return {
    open(name) {
      if (name === 'rPh') phonetic = true;
      if (name === 't') inside = !phonetic;
    },
    close(name) {
      if (name === 'rPh') phonetic = false;
      if (name === 't') inside = false;
    },
    text(part) {
      if (inside) text += part;
    },
    take() {
      const all = unescape(text);
      text = '';
      if (all.length > CELL_LIMIT) throw new Unreadable(`读不出这个文件：有的单元格超过 ${CELL_LIMIT} 字。`);
      return all;
    },
  };
}

export function stringReader(strings: StringTable): XmlHandlers {
  const runs = runReader();
  const close = (name: string) => {
    runs.close(name);
    if (name === 'si') strings.push(runs.take());
  };
  return { open: (name) => runs.open(name), close, text: (text) => runs.text(text) };
}

function cellOf(type: string, style: number, value: string, inline: string, book: Book): Cell {
  if (type === 'inlineStr') return { text: inline };
  if (type === 's') return { text: value.trim() === '' ? '' : book.strings.at(Number(value)) };
  if (type === 'b') return { text: value.trim() === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'str') return { text: unescape(value) };
  const number = Number(value);
  if (type === 'e' || type === 'd' || value.trim() === '' || !Number.isFinite(number)) return { text: value };
  return numberCell(number, value, book.dated[style] === true, book.from1904);
}

/** Reads one sheet piece by piece. The claimed dimension is not looked at: programs write it wrong, and attackers too. */
export async function* readSheet(chunks: AsyncIterable<Uint8Array>, book: Book): AsyncGenerator<readonly SheetRow[]> {
  const runs = runReader();
  let found: SheetRow[] = [];
  let data = false;
  let row = { at: 0, hidden: false };
  let cells = new Map<number, Cell>();
  let next = 0;
  let at = { column: 0, type: 'n', style: 0 };
  let value: string | null = null;
  let stored = '';
  const walk = walkXml(chunks, {
    open(name, attributes) {
      if (name === 'sheetData') data = true;
      if (!data) return;
      if (name === 'row') {
        const given = Number(attributes['r']);
        const hidden = ['1', 'true'].includes(attributes['hidden'] ?? '');
        row = { at: Number.isInteger(given) && given > 0 ? given : row.at + 1, hidden };
        cells = new Map();
        next = 0;
      } else if (name === 'c') {
        at = { column: column(attributes['r'], next), type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) };
        next = at.column + 1;
        stored = '';
      } else if (name === 'v') value = '';
      else runs.open(name);
    },
    close(name) {
      if (!data) return;
      if (name === 'v') {
        stored = value ?? '';
        value = null;
        if (stored.length > CELL_LIMIT * 7) throw new Unreadable(`读不出这个文件：有的单元格超过 ${CELL_LIMIT} 字。`);
      } else if (name === 'c') {
        const cell = cellOf(at.type, at.style, stored, runs.take(), book);
        if (cell.text.trim() !== '') cells.set(at.column, cell);
      } else if (name === 'row') {
        if (cells.size > 0) found.push({ row: row.at, cells, ...(row.hidden ? { hidden: true } : {}) });
      } else if (name === 'sheetData') data = false;
      else runs.close(name);
    },
    text(text) {
      if (value !== null) value += text;
      else if (data) runs.text(text);
    },
  });
  while (!(await walk.next()).done) {
    if (found.length > 0) yield found;
    found = [];
  }
}
