import { decodeText } from './charset';

/** Header lines in order; values are raw bytes as Latin-1, unfolded. A list and no object, so that no name is special. */
export type Headers = readonly (readonly [name: string, value: string])[];

export interface HeaderBlock {
  readonly headers: Headers;
  /** Where the body begins. */
  readonly body: number;
  readonly cut: boolean;
}

const BLOCK_BYTES = 1 << 20;
const LINES = 5_000;
const LINE = /^([!-9;-~]{1,200})[ \t]*:[ \t]*/;

/**
 * Reads a header block. A line that is none is passed over if a header line follows, else it begins the body; a line of two
 * hyphens always does.
 */
export function readHeaders(bytes: Buffer, start: number, end: number): HeaderBlock {
  const headers: [string, string][] = [];
  const limit = Math.min(end, start + BLOCK_BYTES);
  let at = start;
  let open = true;
  for (let count = 0; at < limit && count < LINES; count++) {
    const newline = bytes.indexOf(10, at);
    const stop = newline < 0 || newline >= limit ? limit : newline;
    const next = Math.min(stop + 1, end);
    const line = bytes.toString('latin1', at, stop > at && bytes[stop - 1] === 13 ? stop - 1 : stop);
    if (line.trim() === '' && !(line !== '' && headers.length > 0 && goesOn(bytes, next, limit))) {
      return { headers, body: next, cut: false };
    }
    const found = LINE.exec(line);
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      if (open) last[1] += ` ${line.trim()}`;
    } else if (found) {
      headers.push([found[1]!.toLowerCase(), line.slice(found[0].length).trimEnd()]);
      open = true;
    } else if (line.startsWith('--') || (!/^>?From /.test(line) && !isHeaderLine(bytes, next, limit))) {
      return { headers, body: at, cut: false };
    } else open = false;
    at = next;
  }
  return { headers, body: at, cut: at < end };
}

const lineAt = (bytes: Buffer, at: number, limit: number) =>
  bytes.toString('latin1', at, Math.min(at + 220, limit)).split('\n', 1)[0]!;
const isHeaderLine = (bytes: Buffer, at: number, limit: number) => LINE.test(lineAt(bytes, at, limit));
/** After a line of spaces the header goes on where a folded line or an unmistakable header line follows. */
const goesOn = (bytes: Buffer, at: number, limit: number) =>
  /^(?:[ \t]+\S|(?:mime-version|content-[a-z-]+|received|message-id)[ \t]*:)/i.test(lineAt(bytes, at, limit));

export const firstRaw = (headers: Headers, name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';
export const allRaw = (headers: Headers, name: string): string[] =>
  headers.filter(([key]) => key === name).map(([, value]) => value);
export const has = (headers: Headers, name: string): boolean => headers.some(([key]) => key === name);

/** A raw value as Unicode: bytes beyond ASCII go through the ladder, encoded words stay. */
export function unraw(value: string): string {
  // eslint-disable-next-line no-control-regex -- ASCII is a range that starts with controls
  return /^[\u0000-\u007f]*$/.test(value) ? value : decodeText(Buffer.from(value, 'latin1')).text;
}

const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=/g;

function wordBytes(coding: string, text: string): Buffer {
  if (/b/i.test(coding)) return Buffer.from(text, 'base64');
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/**
 * Encoded words (RFC 2047) to text. Bytes of adjacent words of one charset are joined before decoding, because senders cut
 * characters in two.
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let out = '';
  let at = 0;
  let charset = '';
  let waiting: Buffer[] = [];
  const flush = () => {
    if (waiting.length) out += decodeText(Buffer.concat(waiting), charset).text;
    waiting = [];
  };
  for (const found of value.matchAll(WORD)) {
    const between = value.slice(at, found.index);
    const label = found[1]!.toLowerCase();
    if (between.trim() !== '' || !waiting.length || label !== charset) {
      flush();
      // Space between two encoded words is not part of the text.
      if (between.trim() !== '' || at === 0) out += between;
    }
    charset = label;
    waiting.push(wordBytes(found[2]!, found[3]!));
    at = found.index + found[0].length;
  }
  flush();
  return out + value.slice(at);
}

const VALUE = 64_000;

/** The first header of a name as text; at most 64,000 signs of it. */
export const textOf = (headers: Headers, name: string): string => decodeWords(unraw(firstRaw(headers, name).slice(0, VALUE)));
