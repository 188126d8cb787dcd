import { open } from 'node:fs/promises';

/** The line before each letter of an mbox: an address and a date as `ctime` writes it (RFC 4155). */
const SEPARATOR = /^From \S+.*\b\d{1,2}:\d{2}(?::\d{2})?\b.*\b\d{4}\b/;
const LINE = 512;
const CHUNK = 1 << 20;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const isMbox = (beginning: Buffer): boolean => SEPARATOR.test(beginning.toString('latin1', 0, LINE).split('\n', 1)[0]!);

/** Where the letters of an mbox stand, without their separator lines; one pass, a megabyte at a time. */
export async function* mboxSpans(path: string): AsyncGenerator<Span> {
  const file = await open(path);
  try {
    let start = -1;
    let offset = 0;
    let rest = Buffer.alloc(0);
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, offset + rest.length);
      const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
      const last = bytesRead === 0;
      // A separator is looked at only where its whole line is here, or the file ends.
      const limit = last ? bytes.length : Math.max(0, bytes.length - LINE);
      let at = offset === 0 ? 0 : 1;
      while (at < limit) {
        const found = offset === 0 && at === 0 && isMbox(bytes) ? 0 : nextSeparator(bytes, at, limit);
        if (found < 0) break;
        if (start >= 0) yield { start, end: offset + found };
        const newline = bytes.indexOf(10, found);
        start = newline < 0 ? offset + bytes.length : offset + newline + 1;
        at = found + 5;
      }
      if (last) {
        if (start >= 0) yield { start, end: offset + bytes.length };
        return;
      }
      // One byte is kept before the rest, so that the line break before a separator is seen.
      const keep = Math.max(0, limit - 1);
      rest = bytes.subarray(keep);
      offset += keep;
    }
  } finally {
    await file.close();
  }
}

function nextSeparator(bytes: Buffer, from: number, limit: number): number {
  for (
    let at = bytes.indexOf('\nFrom ', Math.max(0, from - 1));
    at >= 0 && at + 1 < limit;
    at = bytes.indexOf('\nFrom ', at + 1)
  ) {
    if (isMbox(bytes.subarray(at + 1, at + 1 + LINE))) return at + 1;
  }
  return -1;
}

/** Takes back the `>` that was put before lines that begin with "From " (mboxrd), and the empty line before a separator. */
export function unescapeMbox(bytes: Buffer): Buffer {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 4)).match(/(?:\r?\n)(?=\r?\n$)/)
    ? lineEnd(bytes)
    : bytes.length;
  const letter = bytes.subarray(0, end);
  if (!letter.includes('>From ')) return letter;
  return Buffer.from(letter.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1');
}

/** Without the last, empty line. */
const lineEnd = (bytes: Buffer) => bytes.length - (bytes[bytes.length - 2] === 13 ? 2 : 1);
