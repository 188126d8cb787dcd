/** Thrown where bytes end before what they announced; whoever reads them keeps the file as it is. */
export class Broken extends Error {}

/** Reads little-endian values in order and never past the end. */
export class ByteCursor {
  at = 0;

  constructor(readonly bytes: Buffer) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Buffer {
    if (length < 0 || length > this.left) throw new Broken(`${length} bytes announced, ${this.left} there`);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  u8 = (): number => this.take(1).readUInt8();
  u16 = (): number => this.take(2).readUInt16LE();
  u32 = (): number => this.take(4).readUInt32LE();
}
