const NAMES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '',
  hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«',
  raquo: '»', lsaquo: '‹', rsaquo: '›', copy: '©', reg: '®', trade: '™', deg: '°', sup1: '¹', sup2: '²', sup3: '³', micro: 'µ',
  yen: '¥', pound: '£', euro: '€', permil: '‰', times: '×', divide: '÷', plusmn: '±', le: '≤', ge: '≥', ne: '≠', asymp: '≈',
  larr: '←', rarr: '→', uarr: '↑', darr: '↓', sect: '§', para: '¶', frac12: '½', frac14: '¼', Omega: 'Ω', mu: 'μ', alpha: 'α',
  beta: 'β', eacute: 'é', egrave: 'è', aacute: 'á', agrave: 'à', ouml: 'ö', uuml: 'ü', auml: 'ä', szlig: 'ß', ccedil: 'ç', ntilde: 'ñ',
}; // prettier-ignore

/** The entities of ordinary mails; a name that is not here stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));?/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMES, name) ? NAMES[name]! : all;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code === 0xa0
        ? ' '
        : code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : '';
    },
  );
}

/** Elements whose content is not for reading. */
const SILENT = new Set(['script', 'style', 'title', 'noframes', 'iframe', 'object', 'svg', 'math']);
const LINES = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const QUOTES = 5;

/**
 * The readable text of an HTML mail, by one scan that looks at every sign a fixed number of times whatever the nesting: no
 * tree, nothing loaded. Quoted blocks get "> " before their lines, as in plain mails.
 */
export function htmlToText(html: string): string {
  const page = new Page();
  const tags = new Tags(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const end = tags.endOf(open);
    if (end < 0) {
      page.words(html.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    page.words(html.slice(at, open));
    at = end;
    const name = /^\/?([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(html.slice(open + 1, open + 24));
    if (!name) continue;
    const tag = name[1]!.toLowerCase();
    const closing = html[open + 1] === '/';
    if (SILENT.has(tag) && !closing) at = tags.afterElement(tag, at);
    else page.tag(tag, closing);
  }
  page.words(html.slice(at));
  return page.text();
}

/** Finds the ends of tags; whatever is once not found is not searched again, so that the scan stays linear. */
class Tags {
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

/** Puts words on lines: runs of space are one, breaks between blocks are at most one empty line. */
class Page {
  private readonly out: string[] = [];
  private breaks = 0;
  private space = false;
  private begun = false;
  private depth = 0;
  private pre = 0;

  words(raw: string): void {
    if (raw === '') return;
    const text = decodeEntities(raw);
    if (this.pre > 0) {
      text.split('\n').forEach((line, index) => {
        if (index > 0) this.breaks++;
        this.put(line.trimEnd());
      });
      return;
    }
    const lean = text.replace(/\s+/g, ' ');
    if (lean.startsWith(' ')) this.space = true;
    this.put(lean.trim());
    if (lean.length > 1 && lean.endsWith(' ')) this.space = true;
  }

  private put(text: string): void {
    if (text === '') return;
    if (this.breaks > 0 || !this.begun) {
      if (this.begun) this.out.push('\n'.repeat(Math.min(this.breaks, 2)));
      this.out.push('> '.repeat(Math.min(this.depth, QUOTES)));
    } else if (this.space) this.out.push(' ');
    this.out.push(text);
    this.begun = true;
    this.breaks = 0;
    this.space = false;
  }

  tag(tag: string, closing: boolean): void {
    if (tag === 'br') this.breaks++;
    else if (tag === 'p') this.breaks = Math.max(this.breaks, 2);
    else if (tag === 'td' || tag === 'th') this.space = true;
    else if (LINES.has(tag)) this.breaks = Math.max(this.breaks, 1);
    if (tag === 'blockquote') this.depth = Math.max(0, this.depth + (closing ? -1 : 1));
    if (tag === 'pre' || tag === 'textarea') this.pre = Math.max(0, this.pre + (closing ? -1 : 1));
    if (tag === 'li' && !closing) this.words('· ');
  }

  text(): string {
    return this.out.join('');
  }
}
