import type { ColumnNames, LogKind } from '@hub/domain';
import { openXls } from './biff/open-xls';
import type { Sheet, SheetRow } from './cell';
import { decodeText } from './charset';
import { fileKind } from './file-kind';
import { headerScore } from './headings';
import { htmlSheet } from './html-table';
import { spreadsheetXml } from './spreadsheet-xml';
import { textSheet } from './text-table';
import { openWorkbook } from './workbook';

/** The sheets of a file by what its bytes are, whatever its name says. */
export async function openSheets(bytes: Uint8Array, columns: ColumnNames): Promise<{ kind: LogKind; sheets: readonly Sheet[] }> {
  const kind = fileKind(bytes);
  const score = (rows: readonly SheetRow[]) =>
    Math.max(...rows.map((row) => headerScore(row.cells, columns) * 1000 + Math.min(row.cells.size, 999)));
  const open: Record<LogKind, () => readonly Sheet[] | Promise<readonly Sheet[]>> = {
    xlsx: () => openWorkbook(bytes),
    xls: () => openXls(bytes),
    xml: () => spreadsheetXml(bytes),
    html: () => [htmlSheet(decodeText(bytes))],
    text: () => [textSheet(decodeText(bytes), score)],
  };
  return { kind, sheets: await open[kind]() };
}
