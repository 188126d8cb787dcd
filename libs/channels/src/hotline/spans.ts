import type { Cell, SheetRow } from './cell';

/** Cells that reach down over several rows: each row below the first gets what stands in them. */
export class Spans {
  private readonly open = new Map<number, { readonly until: number; readonly cell: Cell | undefined }>();

  begin(column: number, until: number, cell: Cell | undefined): void {
    this.open.set(column, { until, cell });
  }

  covers(column: number, row: number): boolean {
    return (this.open.get(column)?.until ?? 0) >= row;
  }

  /** Only a row that has something of its own is filled. */
  fill(row: SheetRow): SheetRow {
    if (this.open.size === 0) return row;
    const cells = new Map(row.cells);
    for (const [column, { until, cell }] of this.open)
      if (row.row > until) this.open.delete(column);
      else if (cell && !cells.has(column)) cells.set(column, cell);
    return { ...row, cells };
  }
}
