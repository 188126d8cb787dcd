import { cleanText } from '@hub/domain';
import { load, type CheerioAPI } from 'cheerio';
import { PageRefused } from './site-trouble';
import type { Page } from './page';

const DEPTH_LIMIT = 256;

/** In what a browser sends a page's form: only what the page names itself, gb2312 meaning GBK (WHATWG Encoding). */
const sentIn = (name: string): string => (/^(?:gb_?2312|gbk|x-gbk)/i.test(name) ? 'gbk' : name);

/** What gb2312 pages hold is mostly GBK or more, as browsers know too. */
const widest = (name: string): string => (/^(?:gb_?2312|gbk|x-gbk|gb18030)/i.test(name) ? 'gb18030' : name);

function decoded(encoding: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(widest(encoding), { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

export interface PageText {
  readonly text: string;
  /** In what its forms are sent. */
  readonly formEncoding: string;
}

/** A page's bytes as text: by the settings, the header, the page's own word, or what fits without a fault. */
export function decodePage({ bytes, contentType }: Pick<Page, 'bytes' | 'contentType'>, encoding?: string): PageText {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const named = [
    encoding,
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1],
    /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1],
    /^\s*<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1],
  ];
  const asked = named.filter((name): name is string => !!name);
  for (const name of [...asked, 'utf-8', 'gb18030']) {
    const text = decoded(name, bytes, true);
    if (text !== null) return { text, formEncoding: sentIn(name) };
  }
  // One broken sign should not cost the whole page.
  const name = asked.find((one) => decoded(one, bytes, false) !== null) ?? 'gb18030';
  return { text: decoded(name, bytes, false)!, formEncoding: sentIn(name) };
}

/** Elements opened and not closed, by a glance: the parser's time grows with the square of them. */
const UNCLOSED_LIMIT = 3_000;
const WITHOUT_END = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)\b/i;

function checkNesting(html: string): void {
  let unclosed = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html.slice(at + 1, at + 9);
    if (next.startsWith('/')) unclosed = Math.max(0, unclosed - 1);
    else if (/^[a-z]/i.test(next) && !WITHOUT_END.test(next)) unclosed++;
    if (unclosed > UNCLOSED_LIMIT) throw tooDeep();
  }
}

const tooDeep = () => new PageRefused('网页的结构层数太多，没有读。');

/** Parses with htmlparser2: unlike parse5 it keeps the tree as it was written, so a selector means what the office sees. */
export function parsePage(html: string, xmlMode = false): CheerioAPI {
  checkNesting(html);
  const $ = load(html, { xml: { xmlMode, decodeEntities: true } });
  const open = $.root()
    .contents()
    .toArray()
    .map((node) => ({ node, depth: 1 }));
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.depth > DEPTH_LIMIT) throw tooDeep();
    if ('children' in at.node) for (const node of at.node.children) open.push({ node, depth: at.depth + 1 });
  }
  return $;
}

/** The words of an element as they stand on the screen: line breaks and paragraphs stay, scripts go. */
export function wordsOf($: CheerioAPI, element: ReturnType<CheerioAPI>): string {
  const copy = element.clone();
  copy.find('script, style, noscript').remove();
  copy.find('br').replaceWith('\uffff');
  copy.find('p, div, li, tr, h1, h2, h3, h4, blockquote').each((_, block) => void $(block).prepend('\uffff').append('\uffff'));
  return copy
    .text()
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .replace(/ ?\uffff ?/g, '\n')
    .split('\n')
    .map((line) => cleanText(line).trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What JSON and feeds hold may be text or a piece of a page. */
export function plainWords(text: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(text)) return cleanText(text).trim();
  const $ = parsePage(`<main>${text}</main>`);
  return wordsOf($, $('main'));
}
