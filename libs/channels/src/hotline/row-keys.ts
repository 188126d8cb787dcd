import type { GoodRow } from './row-record';

const NUMBER_LIMIT = 120;
const SHORT_HASH = 16;

/**
 * A row is known by its order number, else by what it says. Where one number stands at rows that say different things, the
 * earliest keeps the plain number and each other is told apart by its own hash, so that none vanishes behind the first.
 */
export class RowKeys {
  private readonly first = new Map<string, { readonly hash: string; readonly arrivedAt: string }>();

  /** Every row of the file is noted before the first is asked for. */
  note({ number, hash, arrivedAt }: Pick<GoodRow, 'number' | 'hash' | 'arrivedAt'>): void {
    if (!number || number.length > NUMBER_LIMIT) return;
    const before = this.first.get(number);
    const at = arrivedAt ?? '';
    if (!before || at < before.arrivedAt) this.first.set(number, { hash: hash.slice(0, SHORT_HASH), arrivedAt: at });
  }

  of({ number, hash }: Pick<GoodRow, 'number' | 'hash'>): string {
    if (!number || number.length > NUMBER_LIMIT) return `#${hash}`;
    return this.first.get(number)!.hash === hash.slice(0, SHORT_HASH) ? number : `${number}#${hash.slice(0, SHORT_HASH)}`;
  }
}
