import { decodeEntities } from './entities';
import { isUnseen, saysAddress, webLink } from './html-attributes';
import { Tags } from './html-tags';

/** Elements whose content is not for reading. */
const SILENT = new Set(['script', 'style', 'title', 'noframes', 'iframe', 'object', 'svg', 'math']);
const LINES = new Set(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const QUOTES = 5;
/** Lists inside lists that are counted. */
const LISTS = 100;
/** Elements that stand alone; nothing can be hidden in them. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'wbr']);

/**
 * The readable text of an HTML mail, by one scan that looks at every sign a fixed number of times whatever the nesting: no
 * tree, nothing loaded. Quoted blocks get "> " before their lines, as in plain mails; links say where they lead; what is hidden
 * from the reader is left out, unless nothing else is there or its end is missing.
 */
export function htmlToText(html: string): string {
  const seen = scan(html, true);
  return seen === null || seen === '' ? (scan(html, false) ?? '') : seen;
}

/** Null where what is hidden has no end. */
function scan(html: string, hides: boolean): string | null {
  const page = new Page();
  let hidden: { readonly tag: string; depth: number } | null = null;
  const tags = new Tags(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    const end = tags.endOf(open);
    if (!hidden) page.words(html.slice(at, end < 0 ? open + 1 : open));
    at = end < 0 ? open + 1 : end;
    if (end < 0) continue;
    const name = /^\/?([a-zA-Z][a-zA-Z0-9]{0,20})/.exec(html.slice(open + 1, open + 24));
    if (!name) continue;
    const tag = name[1]!.toLowerCase();
    const closing = html[open + 1] === '/';
    if (SILENT.has(tag) && !closing) at = tags.afterElement(tag, at);
    else if (hidden) {
      if (tag === hidden.tag) hidden.depth += closing ? -1 : 1;
      if (hidden.depth === 0) hidden = null;
    } else {
      const whole = html.slice(open, end);
      if (hides && !closing && !VOID.has(tag) && isUnseen(whole)) hidden = { tag, depth: 1 };
      else page.tag(tag, closing, whole);
    }
  }
  if (hidden) return null;
  page.words(html.slice(at));
  return page.text();
}

/** Puts words on lines: runs of space are one, breaks between blocks are at most one empty line. */
class Page {
  private readonly out: string[] = [];
  private breaks = 0;
  private space = false;
  private begun = false;
  private depth = 0;
  private pre = 0;
  private link: { readonly href: string; readonly from: number } | null = null;
  /** The numbers of open lists; null for one that counts nothing. */
  private readonly lists: (number | null)[] = [];

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

  tag(tag: string, closing: boolean, whole: string): void {
    if (tag === 'a') this.anchor(closing, whole);
    if ((tag === 'ol' || tag === 'ul') && this.lists.length < LISTS) {
      if (closing) this.lists.pop();
      else this.lists.push(tag === 'ol' ? 1 : null);
    }
    if (tag === 'br') this.breaks++;
    else if (tag === 'p') this.breaks = Math.max(this.breaks, 2);
    else if (tag === 'td' || tag === 'th') this.space = true;
    else if (LINES.has(tag)) this.breaks = Math.max(this.breaks, 1);
    if (tag === 'blockquote') this.depth = Math.max(0, this.depth + (closing ? -1 : 1));
    if (tag === 'pre' || tag === 'textarea') this.pre = Math.max(0, this.pre + (closing ? -1 : 1));
    if (tag === 'li' && !closing) this.words(this.mark());
  }

  private mark(): string {
    const number = this.lists.at(-1) ?? null;
    if (number === null) return '· ';
    this.lists[this.lists.length - 1] = number + 1;
    return `${number}. `;
  }

  /** Behind the words of a link stands where it leads, unless they say so themselves. */
  private anchor(closing: boolean, whole: string): void {
    if (closing && this.link) {
      const { href, from } = this.link;
      const words = this.out.slice(from).join('');
      if (words.trim() !== '' && !saysAddress(words, href)) {
        this.space = true;
        this.put(`<${href}>`);
      }
    }
    const href = closing ? null : webLink(whole);
    this.link = href === null ? null : { href, from: this.out.length };
  }

  text(): string {
    return this.out.join('');
  }
}
