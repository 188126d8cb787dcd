/** Packages for tests, made by the layout of MS-OXTNEF. */
const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer);
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const pad = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

export interface MadeProperty {
  readonly id: number;
  readonly type: number;
  readonly value: Buffer | string;
}

export function properties(...all: MadeProperty[]): Buffer {
  const parts = all.map(({ id, type, value }) => {
    const bytes = typeof value === 'string' ? Buffer.from(`${value}\0`, type === 0x1f ? 'utf16le' : 'utf8') : value;
    const isFixed = ![0x0d, 0x1e, 0x1f, 0x102].includes(type);
    return Buffer.concat([u16(type), u16(id), ...(isFixed ? [bytes] : [u32(1), u32(bytes.length), pad(bytes)])]);
  });
  return Buffer.concat([u32(all.length), ...parts]);
}

export const attribute = (level: 1 | 2, id: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(level),
    u16(id),
    u16(0),
    u32(data.length),
    data,
    u16(data.reduce((sum, byte) => sum + byte, 0) & 0xffff),
  ]);

export const madePackage = (...attributes: Buffer[]): Buffer => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

/** A file with its short name in the old attribute and its long one in Unicode. */
export const madeFile = (name: string, content: Buffer): Buffer =>
  Buffer.concat([
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x8010, Buffer.from('SHORT~1.DOC\0')),
    attribute(2, 0x800f, content),
    attribute(2, 0x9005, properties({ id: 0x3707, type: 0x1f, value: name }, { id: 0x370e, type: 0x1e, value: 'application/x' })),
  ]);

/** Compressed RTF whose every byte stands for itself. */
export function compressedRtf(rtf: Buffer): Buffer {
  const runs: Buffer[] = [];
  for (let at = 0; at < rtf.length; at += 8) runs.push(Buffer.of(0), rtf.subarray(at, at + 8));
  const body = Buffer.concat(runs);
  return Buffer.concat([u32(body.length + 12), u32(rtf.length), u32(0x75465a4c), u32(0), body]);
}
