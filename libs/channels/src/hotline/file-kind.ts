import { Unreadable, type LogKind } from '@hub/domain';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
const XML_SPREADSHEET = /urn:schemas-microsoft-com:office:spreadsheet/;

/** What the bytes are, whatever the name says; what cannot be read is refused with what would work. */
export function fileKind(bytes: Uint8Array): LogKind {
  if (bytes.length === 0) throw new Unreadable('读不出这个文件：它是空的。', true);
  if (starts(bytes, 0x50, 0x4b)) return 'xlsx';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  // Workbooks of Excel 2 to 4 begin with a bare BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]!) && bytes[2]! <= 0x10 && bytes[3] === 0)
    throw new Unreadable('读不出这个文件：它是很早的工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Unreadable('读不出这个文件：它是 PDF。请用原来的表格，存为 .xlsx 或 .csv 再试。');
  return textKind(Buffer.from(bytes.subarray(0, 2048)));
}

/** Many systems export pages and XML under the name of a workbook. */
function textKind(bytes: Buffer): LogKind {
  const head = bytes.toString(starts(bytes, 0xff, 0xfe) ? 'utf16le' : 'latin1').replace(/^(?:\ufeff|ï»¿)?\s*/, '');
  if (/^mime-version:/i.test(head))
    throw new Unreadable('读不出这个文件：它是网页归档（.mht）。请用 Excel 打开，另存为 .xlsx 再试。');
  if (/^<\?xml|^<Workbook/.test(head) && XML_SPREADSHEET.test(head)) return 'xml';
  return /^<(?:!doctype|!--|html|head|meta|body|div|center|table|\?xml|style)/i.test(head) ? 'html' : 'text';
}
