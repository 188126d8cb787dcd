import { tornRecord, type XlsRecord } from './records';

/** Reads the fields of a record one after another, over its continuations. */
export class RecordCursor {
  private part = 0;
  private at = 0;

  constructor(private readonly record: XlsRecord) {}

  byte(): number {
    return this.bytes(1).readUInt8();
  }

  short(): number {
    return this.bytes(2).readUInt16LE();
  }

  long(): number {
    return this.bytes(4).readUInt32LE();
  }

  double(): number {
    return this.bytes(8).readDoubleLE();
  }

  skip(count: number): void {
    for (let left = count; left > 0;) left -= this.some(left).length;
  }

  bytes(count: number): Buffer {
    const first = this.some(count);
    if (first.length === count) return first;
    const all = [first];
    for (let left = count - first.length; left > 0;) {
      const next = this.some(left);
      all.push(next);
      left -= next.length;
    }
    return Buffer.concat(all);
  }

  /** So many characters; where they go on in the next part, it begins with their width ([MS-XLS] 2.5.293). */
  characters(count: number, wide: boolean): string {
    let text = '';
    let width = wide ? 2 : 1;
    for (let left = count; left > 0;) {
      if (this.at === this.length && text !== '') width = (this.byte() & 1) + 1;
      const part = this.some(left * width);
      if (part.length % width) throw tornRecord();
      text += part.toString(width === 2 ? 'utf16le' : 'latin1');
      left -= part.length / width;
    }
    return text;
  }

  /** A text with its flags, its formatting runs and what Asian pronunciation goes with it ([MS-XLS] 2.5.293). */
  text(count: number): string {
    const flags = this.byte();
    const runs = flags & 8 ? this.short() : 0;
    const extra = flags & 4 ? this.long() : 0;
    const text = this.characters(count, (flags & 1) === 1);
    this.skip(runs * 4 + extra);
    return text;
  }

  private get length(): number {
    return this.record.parts[this.part]?.length ?? 0;
  }

  /** At most so many bytes, at least one, without leaving the part. */
  private some(most: number): Buffer {
    while (this.at >= this.length) {
      if (this.part + 1 >= this.record.parts.length) throw tornRecord();
      this.part++;
      this.at = 0;
    }
    const piece = this.record.parts[this.part]!.subarray(this.at, this.at + most);
    this.at += piece.length;
    return piece;
  }
}
