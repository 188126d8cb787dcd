import type { GoodRow } from './row-record';

const NUMBER_LIMIT = 120;
const SHORT_HASH = 16;

type Known = Pick<GoodRow, 'number' | 'hash' | 'arrivedAt'>;

/**
 * A row is known by its order number, else by what it says. Where one number stands at rows that say different things, the
 * earliest keeps the plain number and each other is told apart by its own hash, so that none vanishes behind the first.
 *
 * A log has as many keys as rows, so they are kept as small as can be: hashes and times as plain numbers outside the heap.
 */
export class RowKeys {
  private readonly places = new Map<string, number>();
  /** Of each number's earliest row: its hash and its time. */
  private hashes = new BigUint64Array(1 << 10);
  private times = new Float64Array(1 << 10);
  private readonly repeated = new Set<string>();

  /** Every row of the file is noted before the first is asked for. */
  note(row: Known): void {
    const name = nameOf(row);
    const place = this.places.get(name);
    const time = row.arrivedAt ? Date.parse(row.arrivedAt) : -Infinity;
    if (place !== undefined) this.repeated.add(name);
    if (place !== undefined && time >= this.times[place]!) return;
    const at = place ?? this.places.size;
    if (place === undefined) this.places.set(name, at);
    if (at === this.hashes.length) this.widen();
    this.hashes[at] = shortHash(row);
    this.times[at] = time;
  }

  of(row: Pick<Known, 'number' | 'hash'>): string {
    const name = nameOf(row);
    if (!isNumbered(row)) return name;
    const earliest = this.hashes[this.places.get(name)!]!;
    return !this.repeated.has(name) || earliest === shortHash(row) ? name : `${name}#${row.hash.slice(0, SHORT_HASH)}`;
  }

  /** Whether other rows of the file have the same number, or say the same without one. */
  repeats(row: Pick<Known, 'number' | 'hash'>): boolean {
    return this.repeated.has(nameOf(row));
  }

  private widen(): void {
    const [hashes, times] = [new BigUint64Array(this.hashes.length * 2), new Float64Array(this.times.length * 2)];
    hashes.set(this.hashes);
    times.set(this.times);
    [this.hashes, this.times] = [hashes, times];
  }
}

const isNumbered = ({ number }: Pick<Known, 'number'>): boolean => Boolean(number) && number!.length <= NUMBER_LIMIT;

const nameOf = (row: Pick<Known, 'number' | 'hash'>): string => (isNumbered(row) ? row.number! : `#${row.hash}`);

const shortHash = ({ hash }: Pick<Known, 'hash'>): bigint => BigInt(`0x${hash.slice(0, SHORT_HASH)}`);
