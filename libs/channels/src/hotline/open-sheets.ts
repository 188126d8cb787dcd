import type { ColumnNames, LogKind } from '@hub/domain';
import type { Sheet, SheetRow } from './cell';
import { decodeText } from './charset';
import { fileKind } from './file-kind';
import { headerScore } from './headings';
import { textSheet } from './text-table';
import { openWorkbook } from './workbook';

/** The sheets of a file by what its bytes are, whatever its name says. */
export async function openSheets(bytes: Uint8Array, columns: ColumnNames): Promise<{ kind: LogKind; sheets: readonly Sheet[] }> {
  const kind = fileKind(bytes);
  switch (kind) {
    case 'xlsx':
      return { kind, sheets: await openWorkbook(bytes) };
    case 'text': {
      const score = (rows: readonly SheetRow[]) =>
        Math.max(...rows.map((row) => headerScore(row.cells, columns) * 1000 + Math.min(row.cells.size, 999)));
      return { kind, sheets: [textSheet(decodeText(bytes), score)] };
    }
  }
}
