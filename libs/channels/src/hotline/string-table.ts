const LONG = 256;
const RECENT = 64;
const CHUNK_BYTES = 1 << 20;

/**
 * Many texts in little memory: their UTF-8 bytes beside one another outside the heap. A workbook's shared strings are as
 * many as its rows.
 */
export class StringTable {
  private readonly chunks: Buffer[] = [];
  /** Free bytes at the end of the last chunk. */
  private free = 0;
  /** Of each text the chunk, where it begins in it and its length. */
  private places = new Uint32Array(3 << 10);
  private count = 0;
  /** Long texts that many rows repeat are one text in memory. */
  private readonly recent = new Map<number, string>();

  get length(): number {
    return this.count;
  }

  push(text: string): void {
    const size = Buffer.byteLength(text);
    if (size > this.free) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK_BYTES, size)));
      this.free = this.chunks.at(-1)!.length;
    }
    const chunk = this.chunks.at(-1)!;
    const at = chunk.length - this.free;
    chunk.write(text, at);
    this.free -= size;
    if (this.count * 3 === this.places.length) {
      const longer = new Uint32Array(this.places.length * 2);
      longer.set(this.places);
      this.places = longer;
    }
    this.places.set([this.chunks.length - 1, at, size], this.count++ * 3);
  }

  /** Empty where there is none. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const [chunk, at, size] = this.places.subarray(index * 3, index * 3 + 3) as unknown as [number, number, number];
    if (size < LONG) return this.chunks[chunk]!.toString('utf8', at, at + size);
    const text = this.recent.get(index) ?? this.chunks[chunk]!.toString('utf8', at, at + size);
    this.recent.set(index, text);
    if (this.recent.size > RECENT) this.recent.delete(this.recent.keys().next().value!);
    return text;
  }
}
