import { decodeText } from './charset';
import { readWords } from './encoded-words';

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
    } else if (line.startsWith('--') || (!/^>?From /.test(line) && !isHeaderLine(bytes, afterFolds(bytes, next, limit), limit))) {
      return { headers, body: at, cut: false };
    } else open = false;
    at = next;
  }
  return at < limit || limit < end ? { headers, body: afterBlank(bytes, at, end), cut: true } : { headers, body: at, cut: false };
}

/** What is behind the empty line that ends a header of which only the beginning is read. */
function afterBlank(bytes: Buffer, from: number, end: number): number {
  const places = ['\n\n', '\n\r\n'].map((mark) => ({ at: bytes.indexOf(mark, from - 1), length: mark.length }));
  const found = places.filter(({ at }) => at >= 0 && at < end).sort((a, b) => a.at - b.at)[0];
  return found ? found.at + found.length : end;
}

const lineAt = (bytes: Buffer, at: number, limit: number) =>
  bytes.toString('latin1', at, Math.min(at + 220, limit)).split('\n', 1)[0]!;
const isHeaderLine = (bytes: Buffer, at: number, limit: number) => LINE.test(lineAt(bytes, at, limit));
/** The first line that continues no other; a few are passed over at most. */
function afterFolds(bytes: Buffer, from: number, limit: number): number {
  let at = from;
  for (let count = 0; count < 3 && /^[ \t]+\S/.test(lineAt(bytes, at, limit)); count++) {
    const newline = bytes.indexOf(10, at);
    if (newline < 0 || newline >= limit) return limit;
    at = newline + 1;
  }
  return at;
}
/** After a line of spaces the header goes on where a folded line or an unmistakable header line follows. */
const goesOn = (bytes: Buffer, at: number, limit: number) =>
  /^(?:[ \t]+\S|(?:mime-version|content-[a-z-]+|received|message-id)[ \t]*:)/i.test(lineAt(bytes, at, limit));

export const firstRaw = (headers: Headers, name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';
export const allRaw = (headers: Headers, name: string): string[] =>
  headers.filter(([key]) => key === name).map(([, value]) => value);
export const has = (headers: Headers, name: string): boolean => headers.some(([key]) => key === name);

/**
 * A raw value as Unicode: bytes beyond ASCII go through the ladder, with the charset of the body as the first guess; encoded
 * words stay.
 */
export function unraw(value: string, hint = ''): string {
  return isPlain(value) ? value : decodeText(Buffer.from(value, 'latin1'), hint).text;
}

/** ASCII without the escapes of ISO-2022. */
// eslint-disable-next-line no-control-regex -- ASCII is a range that starts with controls
const isPlain = (value: string): boolean => /^[\u0000-\u007f]*$/.test(value) && !value.includes('\u001b$');

const VALUE = 64_000;

/** The first header of a name as text, at most 64,000 signs of it; `unsure` where it is in no charset that we know. */
export function textOf(headers: Headers, name: string, hint = ''): { text: string; unsure: boolean } {
  const raw = firstRaw(headers, name).slice(0, VALUE);
  if (isPlain(raw)) return readWords(raw);
  const { text, trouble } = decodeText(Buffer.from(raw, 'latin1'), hint);
  const words = readWords(text);
  return { text: words.text, unsure: words.unsure || trouble === 'unknown' };
}
