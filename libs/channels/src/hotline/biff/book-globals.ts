import { Unreadable } from '@hub/domain';
import { isDateFormat, showsDate } from '../number-format';
import { StringTable } from '../string-table';
import { RecordCursor } from './record-cursor';
import { RECORD, recordsFrom, tornRecord } from './records';

/** What the sheets of a workbook share. */
export interface BookGlobals {
  readonly strings: StringTable;
  /** By cell style: whether it shows a date. */
  readonly dated: readonly boolean[];
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly offset: number }[];
  /** Excel 97 and later; before it, texts are bytes of the workbook's code page. */
  readonly unicode: boolean;
  readonly decode: (bytes: Buffer) => string;
}

const BIFF8 = 0x0600;
const BIFF5 = 0x0500;
const WORKSHEET = 0;

/** Chinese programs of that time wrote GBK, whatever code page they named. */
const decoderOf = (codePage: number): ((bytes: Buffer) => string) => {
  const decoder = new TextDecoder(codePage === 950 ? 'big5' : codePage === 1252 ? 'latin1' : 'gb18030');
  return (bytes) => decoder.decode(bytes);
};

export function readGlobals(stream: Buffer): BookGlobals {
  const strings = new StringTable();
  const formats = new Map<number, boolean>();
  const styles: number[] = [];
  const sheets: { name: string; hidden: boolean; offset: number }[] = [];
  let from1904 = false;
  let unicode: boolean | null = null;
  let decode = decoderOf(936);
  for (const record of recordsFrom(stream, 0)) {
    const cursor = new RecordCursor(record);
    if (unicode === null) unicode = versionOf(record.type, cursor);
    else if (record.type === RECORD.end) break;
    const name = (length: number) => (unicode ? cursor.text(length) : decode(cursor.bytes(length)));
    switch (record.type) {
      case RECORD.filePassword:
        throw new Unreadable('读不出这个文件：它是加密的工作簿。请去掉密码再试。');
      case RECORD.codePage:
        decode = decoderOf(cursor.short());
        break;
      case RECORD.dateMode:
        from1904 = cursor.short() === 1;
        break;
      case RECORD.format:
      case RECORD.oldFormat: {
        const id = cursor.short();
        formats.set(id, showsDate(name(unicode ? cursor.short() : cursor.byte())));
        break;
      }
      case RECORD.style:
        cursor.skip(2);
        styles.push(cursor.short());
        break;
      case RECORD.sheet: {
        const [offset, state, kind] = [cursor.long(), cursor.byte(), cursor.byte()];
        const title = name(cursor.byte());
        if (kind === WORKSHEET) sheets.push({ name: title, hidden: (state & 3) !== 0, offset });
        break;
      }
      case RECORD.sharedStrings: {
        cursor.skip(4);
        // The count may lie; the record ends where it ends.
        for (let left = cursor.long(); left > 0; left--) strings.push(cursor.text(cursor.short()));
      }
    }
  }
  if (unicode === null) throw tornRecord();
  return { strings, dated: styles.map((id) => isDateFormat(id, formats)), from1904, sheets, unicode, decode };
}

function versionOf(type: number, cursor: RecordCursor): boolean {
  const version = type === RECORD.begin ? cursor.short() : 0;
  if (version !== BIFF8 && version !== BIFF5)
    throw new Unreadable('读不出这个文件：它是很早的工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。');
  return version === BIFF8;
}
