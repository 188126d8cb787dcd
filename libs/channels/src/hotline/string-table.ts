const LONG = 256;
const RECENT = 64;

/**
 * Many texts in little memory: their UTF-8 bytes beside one another outside the heap. A workbook's shared strings are as
 * many as its rows.
 */
export class StringTable {
  private bytes = Buffer.allocUnsafe(1 << 16);
  private ends = new Uint32Array(1 << 10);
  private used = 0;
  private count = 0;
  /** Long texts that many rows repeat are one text in memory. */
  private readonly recent = new Map<number, string>();

  get length(): number {
    return this.count;
  }

  push(text: string): void {
    const size = Buffer.byteLength(text);
    if (this.used + size > this.bytes.length) {
      const wider = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + size));
      this.bytes.copy(wider, 0, 0, this.used);
      this.bytes = wider;
    }
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.bytes.write(text, this.used);
    this.used += size;
    this.ends[this.count++] = this.used;
  }

  /** Empty where there is none. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const start = index === 0 ? 0 : this.ends[index - 1]!;
    const end = this.ends[index]!;
    if (end - start < LONG) return this.bytes.toString('utf8', start, end);
    const text = this.recent.get(index) ?? this.bytes.toString('utf8', start, end);
    this.recent.set(index, text);
    if (this.recent.size > RECENT) this.recent.delete(this.recent.keys().next().value!);
    return text;
  }
}
