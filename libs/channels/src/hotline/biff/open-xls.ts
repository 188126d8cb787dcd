import { Unreadable } from '@hub/domain';
import { inPieces, type Sheet, type SheetRow } from '../cell';
import { mergeFiller } from '../merges';
import { readGlobals } from './book-globals';
import { streamOf } from './compound-file';
import { sheetMerges } from './sheet-merges';
import { sheetRows } from './sheet-rows';

/** The sheets of an .xls workbook of Excel 5 to 2003, in their order ([MS-XLS]). */
export function openXls(bytes: Uint8Array): Sheet[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (streamOf(file, ['EncryptedPackage'])) throw new Unreadable('读不出这个文件：它是加密的工作簿。请去掉密码再试。');
  const stream = streamOf(file, ['Workbook', 'Book']);
  if (!stream)
    throw new Unreadable('读不出这个文件：它是旧版 Office 文件，但里面没有工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  const book = readGlobals(stream);
  return book.sheets.map(({ name, hidden, offset }) => ({
    name,
    hidden,
    rows: () => inPieces(mapped(sheetRows(stream, offset, book), mergeFiller(sheetMerges(stream, offset)))),
  }));
}

function* mapped(rows: Iterable<SheetRow>, fill: (row: SheetRow) => SheetRow): Generator<SheetRow> {
  for (const row of rows) yield fill(row);
}
