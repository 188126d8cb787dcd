import { MERGE_LIMIT, type Merge } from '../merges';
import { RecordCursor } from './record-cursor';
import { RECORD, sheetRecords } from './records';

/** The merged blocks of a sheet, which stand behind its cells ([MS-XLS] 2.4.168). */
export function sheetMerges(stream: Buffer, offset: number): Merge[] {
  const merges: Merge[] = [];
  for (const record of sheetRecords(stream, offset)) {
    if (record.type !== RECORD.merged) continue;
    const cursor = new RecordCursor(record);
    for (let left = cursor.short(); left > 0 && merges.length < MERGE_LIMIT; left--) {
      const [first, last, column] = [cursor.short(), cursor.short(), cursor.short()];
      cursor.skip(2);
      if (last > first) merges.push({ from: { row: first + 1, column }, to: { row: last + 1, column } });
    }
  }
  return merges;
}
