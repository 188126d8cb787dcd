import { Unreadable } from '@hub/domain';

/** Sectors without a follower, and those that belong to nobody ([MS-CFB] 2.1). */
const LAST_SECTOR = 0xfffffffa;
const SHORT_STREAM = 4096;

const damaged = (unfinished = false): Unreadable =>
  new Unreadable('读不出这个文件：它损坏了或不完整。请用 Excel 或 WPS 打开它，另存为 .xlsx 再试。', unfinished);

/** The named stream of a compound file, the first of the names that is there; null where none is. */
export function streamOf(file: Buffer, names: readonly string[]): Buffer | null {
  return new CompoundFile(file).stream(names);
}

/** The container of old Office files: a small file system of sectors ([MS-CFB]). Every chain is shorter than the file. */
class CompoundFile {
  private readonly sector: number;
  private readonly short: number;
  private readonly table: Uint32Array;

  constructor(private readonly file: Buffer) {
    if (file.length < 512) throw damaged(true);
    const [shift, shortShift] = [file.readUInt16LE(30), file.readUInt16LE(32)];
    if (![9, 12].includes(shift) || shortShift !== 6) throw damaged();
    this.sector = 2 ** shift;
    this.short = 2 ** shortShift;
    this.table = this.allocation();
  }

  stream(names: readonly string[]): Buffer | null {
    const directory = this.chain(this.file.readUInt32LE(48));
    const entries: { name: string; start: number; size: number; root: boolean }[] = [];
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = Math.min(directory.readUInt16LE(at + 64), 64);
      if (length < 2) continue;
      entries.push({
        name: directory.toString('utf16le', at, at + length - 2),
        start: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
        root: directory[at + 66] === 5,
      });
    }
    const found = names.map((name) => entries.find((one) => one.name === name)).find(Boolean);
    if (!found) return null;
    if (found.size >= SHORT_STREAM) return this.cut(this.chain(found.start), found.size);
    const root = entries.find((one) => one.root);
    if (!root) throw damaged();
    return this.cut(this.shortChain(found.start, this.chain(root.start)), found.size);
  }

  private cut(bytes: Buffer, size: number): Buffer {
    if (bytes.length < size) throw damaged(true);
    return bytes.subarray(0, size);
  }

  /** The allocation table, whose own sectors are listed in the header and in sectors that follow one another. */
  private allocation(): Uint32Array {
    const places: number[] = [];
    for (let at = 76; at < 512; at += 4) places.push(this.file.readUInt32LE(at));
    const perSector = this.sector / 4 - 1;
    let more = this.file.readUInt32LE(68);
    for (let left = this.file.length / this.sector; more < LAST_SECTOR; left--) {
      if (left < 0) throw damaged();
      const list = this.at(more);
      for (let at = 0; at < perSector; at++) places.push(list.readUInt32LE(at * 4));
      more = list.readUInt32LE(perSector * 4);
    }
    const sectors = places.filter((place) => place < LAST_SECTOR).map((place) => this.at(place));
    if (sectors.length * this.sector > this.file.length) throw damaged();
    const bytes = Buffer.concat(sectors);
    return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
  }

  private at(place: number): Buffer {
    const start = (place + 1) * this.sector;
    // The last sector may end with the file.
    if (start >= this.file.length) throw damaged(true);
    const bytes = this.file.subarray(start, start + this.sector);
    return bytes.length === this.sector ? bytes : Buffer.concat([bytes, Buffer.alloc(this.sector - bytes.length)]);
  }

  private chain(start: number): Buffer {
    return Buffer.concat(follow(start, this.table, this.file.length / this.sector).map((place) => this.at(place)));
  }

  private shortChain(start: number, within: Buffer): Buffer {
    const bytes = this.chain(this.file.readUInt32LE(60));
    const table = Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
    const places = follow(start, table, within.length / this.short);
    return Buffer.concat(places.map((place) => within.subarray(place * this.short, (place + 1) * this.short)));
  }
}

function follow(start: number, table: Uint32Array, most: number): number[] {
  const places: number[] = [];
  for (let place = start; place < LAST_SECTOR; place = table[place]!) {
    // A circle, or a sector that the table does not know.
    if (places.length > most || place >= table.length) throw damaged();
    places.push(place);
  }
  return places;
}
