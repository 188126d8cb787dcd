import { isHeaderOnly } from '../header-only';

/** A header as it came, line breaks as CRLF; signatures are over these very bytes. */
export interface RawHeader {
  readonly name: string;
  readonly line: string;
  /** What stands behind the colon, unfolded. */
  readonly value: string;
}

export interface WholeLetter {
  readonly headers: readonly RawHeader[];
  /** Null where only the header is here. */
  readonly body: Buffer | null;
}

/** Headers of real letters take a tenth of it. */
export const HEADER_BYTES = 64 * 1024;
const LINES = 1_000;

/** Takes a letter apart without changing it; null where its header is longer than any honest one. `bytes` may end early. */
export function wholeLetter(bytes: Buffer, complete: boolean): WholeLetter | null {
  const end = endOfHeader(bytes.subarray(0, HEADER_BYTES + 4));
  if (!end) return null;
  const lines = bytes.toString('latin1', 0, end.header).split(/\r?\n/);
  if (lines.length > LINES) return null;
  const headers: string[] = [];
  for (const line of lines) {
    if (/^[ \t]/.test(line) && headers.length) headers.push(`${headers.pop()!}\r\n${line}`);
    else if (line.includes(':')) headers.push(line);
  }
  const raw = headers.map((line) => {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/\r\n/g, '');
    return { name: line.slice(0, colon).trim().toLowerCase(), line, value: value.trim() };
  });
  const here = complete && !isHeaderOnly(raw.slice(0, 1).map(({ name, value }) => [name, value]));
  return { headers: raw, body: here ? withCrlf(bytes.subarray(end.body)) : null };
}

function endOfHeader(bytes: Buffer): { header: number; body: number } | null {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    const next = bytes[at + 1] === 13 ? at + 2 : at + 1;
    if (bytes[next] === 10) return { header: at, body: next + 1 };
  }
  return null;
}

/** Files on this machine may end lines with LF alone; what was signed had CRLF. */
function withCrlf(body: Buffer): Buffer {
  for (let at = body.indexOf(10); at >= 0; at = body.indexOf(10, at + 1))
    if (body[at - 1] !== 13) return Buffer.from(body.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');
  return body;
}
