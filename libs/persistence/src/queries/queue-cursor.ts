import { Fault } from '@hub/domain';

/** A cursor is a place in one order: sort, key and id, so that no row is seen twice or passed over. */
export const writeCursor = (sort: string, key: string, id: number): string =>
  Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');

export function readCursor(cursor: string, sort: string): { key: string; id: number } {
  try {
    const [given, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown, unknown];
    if (given === sort && typeof key === 'string' && Number.isSafeInteger(id)) return { key, id: id as number };
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new Fault('invalid', 'cursor', '翻页标记不对。', '请从第一页重新查询。');
}
