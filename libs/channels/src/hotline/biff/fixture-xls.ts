/** For the tests: an .xls workbook as plain as can be, record by record. */
export const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(4);
  header.writeUInt16LE(type, 0);
  header.writeUInt16LE(body.length, 2);
  return Buffer.concat([header, body]);
};

export const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
};
export const u32 = (value: number): Buffer => u16(value & 0xffff, value >>> 16);
const f64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};

/** A text with its width, as sheets have it. */
export const wide = (text: string): Buffer => Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);

const place = (row: number, column: number, style = 0): Buffer => u16(row, column, style);
export const shared = (row: number, column: number, index: number): Buffer => record(0xfd, place(row, column), u32(index));
export const label = (row: number, column: number, text: string): Buffer =>
  record(0x204, place(row, column), u16(text.length), wide(text));
export const number = (row: number, column: number, value: number, style = 0): Buffer =>
  record(0x203, place(row, column, style), f64(value));
export const rk = (row: number, column: number, bits: number, style = 0): Buffer =>
  record(0x27e, place(row, column, style), u32(bits));
export const formula = (row: number, column: number, result: Buffer, style = 0): Buffer =>
  record(0x06, place(row, column, style), result, u16(0), u32(0), u16(0));
export const hiddenRow = (row: number): Buffer => record(0x208, u16(row, 0, 5, 255, 0, 0, 0x20, 0));
export const merged = (...blocks: readonly (readonly [number, number, number, number])[]): Buffer =>
  record(0xe5, u16(blocks.length), ...blocks.map((block) => u16(...block)));

const BEGIN_BOOK = record(0x809, u16(0x0600, 0x0005, 0, 0), u32(0), u32(0));
const BEGIN_SHEET = record(0x809, u16(0x0600, 0x0010, 0, 0), u32(0), u32(0));
const END = record(0x0a);

export interface XlsSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly cells: readonly Buffer[];
}

/** The workbook stream: cell style 1 is the built-in date 14, style 2 a date of its own. */
export function xlsStream(sheets: readonly XlsSheet[], extra: readonly Buffer[] = []): Buffer {
  const own = 'yyyy"年"m"月"d"日"';
  const format = record(0x41e, u16(176, own.length), wide(own));
  const style = (id: number) => record(0xe0, u16(0, id), Buffer.alloc(16));
  const start = Buffer.concat([BEGIN_BOOK, ...extra, format, style(0), style(14), style(176)]);
  const bodies = sheets.map(({ cells }) => Buffer.concat([BEGIN_SHEET, ...cells, END]));
  const listed = (offset: number, { name, hidden }: XlsSheet) =>
    record(0x85, u32(offset), Buffer.from([hidden ? 1 : 0, 0, name.length]), wide(name));
  const head = start.length + sheets.reduce((sum, one) => sum + listed(0, one).length, 0) + END.length;
  let offset = head;
  const directory = sheets.map((sheet, at) => {
    const entry = listed(offset, sheet);
    offset += bodies[at]!.length;
    return entry;
  });
  return Buffer.concat([start, ...directory, END, ...bodies]);
}

const SECTOR = 512;
const sectors = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((SECTOR - (bytes.length % SECTOR)) % SECTOR)]);

/** The stream in its container, padded over the size that needs no short sectors. */
export function xlsFile(stream: Buffer, name = 'Workbook'): Buffer {
  const body = sectors(Buffer.concat([stream, Buffer.alloc(Math.max(0, 4096 - stream.length))]));
  const count = body.length / SECTOR;
  const tables = Math.ceil((count + 2) / 128) + 1;
  const table = new Uint32Array(tables * 128).fill(0xffffffff);
  for (let at = 0; at < count; at++) table[at] = at + 1 < count ? at + 1 : 0xfffffffe;
  table[count] = 0xfffffffe;
  for (let at = 0; at < tables; at++) table[count + 1 + at] = 0xfffffffd;
  const entry = (title: string, type: number, start: number, size: number, child: number) => {
    const bytes = Buffer.alloc(128);
    bytes.write(title, 'utf16le');
    bytes.writeUInt16LE(title.length * 2 + 2, 64);
    bytes[66] = type;
    for (const [at, value] of [
      [68, 0xffffffff],
      [72, 0xffffffff],
      [76, child],
      [116, start],
      [120, size],
    ] as const)
      // prettier-ignore
      bytes.writeUInt32LE(value, at);
    return bytes;
  };
  const directory = sectors(
    Buffer.concat([entry('Root Entry', 5, 0xfffffffe, 0, 1), entry(name, 2, 0, Math.max(stream.length, 4096), 0xffffffff)]),
  );
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 24);
  header.set(u16(0x3e, 3, 0xfffe, 9, 6, 0, 0, 0), 24);
  const fields = [0, tables, count, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0];
  fields.forEach((value, at) => header.writeUInt32LE(value, 40 + at * 4));
  for (let at = 0; at < tables; at++) header.writeUInt32LE(count + 1 + at, 76 + at * 4);
  return Buffer.concat([header, body, directory, Buffer.from(table.buffer)]);
}

export const xls = (sheets: readonly XlsSheet[], extra: readonly Buffer[] = []): Buffer => xlsFile(xlsStream(sheets, extra));
