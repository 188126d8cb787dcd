import { ByteCursor, Broken } from './byte-cursor';

/** Values of MAPI properties by their number; only those of one value, and named ones are passed over. */
export type Properties = ReadonlyMap<number, { readonly type: number; readonly value: Buffer }>;

/** Fixed lengths, padded to four bytes, by type (MS-OXCDATA 2.11.1). */
const FIXED: Readonly<Record<number, number>> = {
  0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0a: 4, 0x0b: 4, 0x14: 8, 0x40: 8, 0x48: 16,
}; // prettier-ignore
const UNICODE = 0x1f;
const VARIABLE = [0x0d, 0x1e, UNICODE, 0x102];
const MANY = 0x1000;
const PROPERTIES = 5_000;

const padded = (length: number) => (length + 3) & ~3;

/** The properties of a TNEF attribute (MS-OXTNEF 2.1.3.4). */
export function readProperties(bytes: Buffer): Properties {
  const cursor = new ByteCursor(bytes);
  const found = new Map<number, { type: number; value: Buffer }>();
  const count = Math.min(cursor.u32(), PROPERTIES);
  for (let index = 0; index < count; index++) {
    const kind = cursor.u16();
    const id = cursor.u16();
    if (id >= 0x8000) passName(cursor);
    const type = kind & ~MANY;
    const isVariable = VARIABLE.includes(type);
    const values = kind & MANY || isVariable ? cursor.u32() : 1;
    for (let at = 0; at < values; at++) {
      const length = isVariable ? cursor.u32() : FIXED[type];
      if (length === undefined) throw new Broken(`unknown type ${type}`);
      const value = cursor.take(length);
      cursor.take(Math.min(padded(length) - length, cursor.left));
      if (id < 0x8000 && !found.has(id)) found.set(id, { type, value });
    }
  }
  return found;
}

/** A named property: its set, then a number or a name. */
function passName(cursor: ByteCursor): void {
  cursor.take(16);
  if (cursor.u32() === 0) cursor.take(4);
  else {
    const length = cursor.u32();
    cursor.take(padded(length));
  }
}

export const isUnicode = (type: number): boolean => type === UNICODE;
