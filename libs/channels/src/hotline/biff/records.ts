import { Unreadable } from '@hub/domain';

/** Record types of a worksheet stream ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  filePassword: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  sheet: 0x85,
  mulRk: 0xbd,
  richString: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  sharedStrings: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  boolOrError: 0x205,
  string: 0x207,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
  oldFormat: 0x1e,
  begin: 0x809,
} as const;

/** A record with those that continue it; a text may go on in the next, where its width is said anew. */
export interface XlsRecord {
  readonly type: number;
  readonly parts: readonly Buffer[];
}

export const tornRecord = (): Unreadable =>
  new Unreadable('读不出这个文件：里面的记录损坏了。请用 Excel 或 WPS 打开它，另存为 .xlsx 再试。');

/** The records from an offset on. */
export function* recordsFrom(stream: Buffer, offset: number): Generator<XlsRecord> {
  const headerAt = (at: number) => (at + 4 <= stream.length ? stream.readUInt16LE(at) : -1);
  for (let at = offset; headerAt(at) >= 0;) {
    const type = headerAt(at);
    const parts: Buffer[] = [];
    do {
      const end = at + 4 + stream.readUInt16LE(at + 2);
      if (end > stream.length) throw tornRecord();
      parts.push(stream.subarray(at + 4, end));
      at = end;
    } while (headerAt(at) === RECORD.continued);
    yield { type, parts };
  }
}

/** The records of the sheet that begins at an offset, without those of the charts that stand within it. */
export function* sheetRecords(stream: Buffer, offset: number): Generator<XlsRecord> {
  let depth = 0;
  for (const record of recordsFrom(stream, offset)) {
    if (record.type === RECORD.begin) depth++;
    if (record.type === RECORD.end && --depth <= 0) return;
    if (depth === 1) yield record;
  }
}
