import type { SheetRow } from './cell';
import { Spans } from './spans';

/** A block of merged cells: rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** More than a person merges; a file that claims more is read as if it had none beyond. */
export const MERGE_LIMIT = 200_000;

/** `B2:B5` as a block that spans rows; null for one that does not, since columns beside the first stay empty. */
export function mergeOf(reference: string): Merge | null {
  const found = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(reference);
  if (!found) return null;
  const column = columnAt(found[1]!);
  const merge = { from: { row: Number(found[2]), column }, to: { row: Number(found[3]), column } };
  return merge.to.row > merge.from.row ? merge : null;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]{0,100}?ref="([A-Z0-9:]{1,24})"/g;
const MERGE_TAG = 200;

/** The blocks of a sheet's XML, which stand behind its rows. */
export async function mergesIn(chunks: AsyncIterable<Uint8Array>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    for (const [, reference] of text.matchAll(MERGE)) {
      const merge = mergeOf(reference!);
      if (merge && merges.length < MERGE_LIMIT) merges.push(merge);
    }
    // A tag that the next piece completes.
    rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - MERGE_TAG));
  }
  return merges;
}

export const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Fills the rows of a sheet, from its top, with what its merged blocks hold. */
export function mergeFiller(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const waiting = [...merges].sort((a, b) => a.from.row - b.from.row);
  const spans = new Spans();
  let next = 0;
  return (row) => {
    for (; next < waiting.length && waiting[next]!.from.row <= row.row; next++) {
      const { from, to } = waiting[next]!;
      spans.begin(from.column, to.row, from.row === row.row ? row.cells.get(from.column) : undefined);
    }
    return spans.fill(row);
  };
}
