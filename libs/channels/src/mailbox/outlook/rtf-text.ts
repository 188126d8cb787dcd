import { decodeText } from '../charset';
import { htmlToText } from '../html-text';

const SILENT =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|themedata|datastore|listtable|listoverridetable|rsidtbl|generator|xmlnstbl|latentstyles|mhtmltag)$/;
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n', line: '\n', tab: '\t', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', cell: ' ', row: '\n', nbsp: ' ',
}; // prettier-ignore
/** \fcharsetN to charset. */
const FONTS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  204: 'windows-1251',
  238: 'windows-1250',
};
const DEPTH = 1_000;

interface Group {
  silent: boolean;
  /** Inside \htmltag, whose content is HTML. */
  tag: boolean;
  /** Between \htmlrtf and \htmlrtf0, which only RTF readers want. */
  rtfOnly: boolean;
  skip: number;
  charset: string;
}

/** Control word with its number, control sign, brace, or run of text. One alternative fits at each place. */
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\/g;

/** The words of an RTF document; where it was made from HTML or plain text, that is taken out again (MS-OXRTFEX). */
export function rtfText(bytes: Buffer): string {
  const source = bytes.toString('latin1');
  const page = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 2_000))?.[1];
  const base = page === '936' ? 'gbk' : page === '950' ? 'big5' : page ? `windows-${page}` : 'windows-1252';
  const isHtml = /\\fromhtml1/.test(source.slice(0, 2_000));
  const fonts = new Map<number, string>();
  let font = 0;
  let group: Group = { silent: false, tag: false, rtfOnly: false, skip: 1, charset: base };
  const outer: Group[] = [];
  const out: string[] = [];
  let raw: number[] = [];
  let toSkip = 0;
  let starred = false;
  let isFontTable = false;

  const flush = () => {
    if (raw.length > 0) out.push(decodeText(Buffer.from(raw), group.charset).text);
    raw = [];
  };
  const isShown = () => !group.silent && (!isHtml || group.tag || !group.rtfOnly);
  const say = (text: string) => {
    flush();
    if (isShown()) out.push(text);
  };
  const word = (name: string, number: number | null) => {
    if (name === 'htmlrtf') group.rtfOnly = number !== 0;
    else if (name === 'htmltag') [group.tag, group.silent] = [true, false];
    else if (name === 'fonttbl') [isFontTable, group.silent] = [true, true];
    else if (name === 'f' && number !== null) {
      font = number;
      if (!group.silent) group.charset = fonts.get(number) ?? base;
    } else if (name === 'fcharset' && isFontTable) fonts.set(font, FONTS[number ?? 0] ?? base);
    else if (name === 'uc') group.skip = Math.min(Math.max(number ?? 1, 0), 10);
    else if (name === 'u' && number !== null) {
      say(String.fromCharCode(number & 0xffff));
      toSkip = group.skip;
    } else if (name === 'bin') group.silent = true;
    else if (Object.hasOwn(SIGNS, name)) say(isHtml && !group.tag && (name === 'par' || name === 'line') ? '\n' : SIGNS[name]!);
    else if (SILENT.test(name) || starred) group.silent = true;
  };

  for (const token of source.matchAll(TOKEN)) {
    const [all, name, number, hex, sign, brace, text] = token;
    // Line breaks of the file itself say nothing and may stand inside a character.
    if (all[0] === '\r' || all[0] === '\n') continue;
    if (hex === undefined && raw.length > 0) flush();
    if (brace === '{') {
      if (outer.length >= DEPTH) break;
      outer.push({ ...group });
      starred = false;
    } else if (brace === '}') {
      const last = outer.pop();
      if (!last) break;
      if (isFontTable && !last.silent) isFontTable = false;
      group = last;
      starred = false;
    } else if (name !== undefined) {
      word(name, number === undefined ? null : Number(number));
      starred = false;
    } else if (hex !== undefined) {
      if (toSkip > 0) toSkip--;
      else if (isShown()) raw.push(parseInt(hex, 16));
    } else if (sign === '*') starred = true;
    else if (sign === '~') say('\u00a0');
    else if (sign === '_') say('-');
    else if (sign !== undefined && /[\\{}]/.test(sign)) say(sign);
    else if (sign === '\n' || sign === '\r') say('\n');
    else if (text !== undefined) {
      const kept = text.slice(Math.min(toSkip, text.length));
      toSkip = Math.max(0, toSkip - text.length);
      if (kept !== '') say(kept);
    }
  }
  flush();
  const words = out.join('');
  return isHtml ? htmlToText(words) : words.replace(/[ \t]+\n/g, '\n');
}
