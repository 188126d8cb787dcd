import type { Cell, SheetRow } from './cell';

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

export const columnAt = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Gives each row below the first of a merged block what stands in the block; only rows that have something of their own. */
export function mergeFiller(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const waiting = [...merges].sort((a, b) => a.from.row - b.from.row);
  let next = 0;
  const open = new Map<number, { merge: Merge; cell: Cell | undefined }>();
  return (row) => {
    while (next < waiting.length && waiting[next]!.from.row <= row.row) {
      const merge = waiting[next++]!;
      const cell = merge.from.row === row.row ? row.cells.get(merge.from.column) : undefined;
      open.set(merge.from.column, { merge, cell });
    }
    if (open.size === 0) return row;
    const cells = new Map(row.cells);
    for (const [column, { merge, cell }] of open)
      if (row.row > merge.to.row) open.delete(column);
      else if (cell && !cells.has(column)) cells.set(column, cell);
    return { ...row, cells };
  };
}
