/** Finds the ends of tags; whatever is once not found is not searched again, so that the scan stays linear. */
export class Tags {
  private readonly missing = new Set<string>();

  constructor(private readonly html: string) {}

  /** The place after the tag or comment that begins here, or -1 where none begins. */
  endOf(open: number): number {
    const next = this.html.charCodeAt(open + 1) | 0x20;
    const isTag = (next >= 97 && next <= 122) || this.html[open + 1] === '/';
    if (this.html.startsWith('<!--', open)) return this.after('-->', open + 4);
    if (!isTag && this.html[open + 1] !== '!' && this.html[open + 1] !== '?') return -1;
    return isTag && !this.missing.has('quotes') ? this.afterQuotes(open) : this.after('>', open);
  }

  /** The end of a tag; a `>` inside a quoted value does not count. */
  private afterQuotes(open: number): number {
    const stops = /[>"']/g;
    stops.lastIndex = open;
    for (let found = stops.exec(this.html); found; found = stops.exec(this.html)) {
      if (found[0] === '>') return stops.lastIndex;
      // A quote counts only where a value may begin.
      if (!/=\s{0,8}$/.test(this.html.slice(Math.max(open, found.index - 9), found.index))) continue;
      const close = this.html.indexOf(found[0], stops.lastIndex);
      if (close < 0) break;
      stops.lastIndex = close + 1;
    }
    this.missing.add('quotes');
    return this.after('>', open);
  }

  private after(mark: string, from: number): number {
    const at = this.missing.has(mark) ? -1 : this.html.indexOf(mark, from);
    if (at < 0) this.missing.add(mark);
    return at < 0 ? -1 : at + mark.length;
  }

  /** The place after the element's closing tag; without one its content is read as text. */
  afterElement(tag: string, from: number): number {
    if (this.missing.has(tag)) return from;
    const close = new RegExp(`</${tag}\\b[^>]{0,100}>?`, 'gi');
    close.lastIndex = from;
    if (close.exec(this.html)) return close.lastIndex;
    this.missing.add(tag);
    return from;
  }
}
