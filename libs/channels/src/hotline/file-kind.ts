import { Unreadable } from '@hub/domain';

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What the bytes are, whatever the name says; what cannot be read is refused with what would work. */
export function fileKind(bytes: Uint8Array): 'xlsx' | 'text' {
  if (bytes.length === 0) throw new Unreadable('读不出这个文件：它是空的。');
  if (starts(bytes, 0x50, 0x4b)) return 'xlsx';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED))
      throw new Unreadable('读不出这个文件：它是加密的工作簿。请去掉密码再试。');
    throw new Unreadable('读不出这个文件：它是旧版工作簿（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  }
  // Workbooks of Excel 2 to 4 begin with a bare BOF record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1]!) && bytes[2]! <= 0x10 && bytes[3] === 0)
    throw new Unreadable('读不出这个文件：它是旧版工作簿（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Unreadable('读不出这个文件：它是 PDF。请用原来的表格，存为 .xlsx 或 .csv 再试。');
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase();
  if (/^(?:ï»¿)?\s*<(?:!doctype|html|head|meta|table|\?xml|style)/.test(head))
    throw new Unreadable('读不出这个文件：它其实是网页。请用 Excel 打开，另存为 .xlsx 再试。');
  return 'text';
}
