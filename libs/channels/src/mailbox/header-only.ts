import type { Headers } from './header';

/**
 * Our own first line before the header of a mail whose body was left in the mailbox: its size and our limit in bytes, or 0
 * where the server would not hand it over.
 */
const MARK = 'X-Header-Only';
const HEADER_BYTES = 256 * 1024;

/** How much of an oversize mail is asked for. */
export const HEADER_FETCH = HEADER_BYTES;

/** What is kept of such a mail: its header, after a line that says so. */
export function headerOnly(beginning: Uint8Array, size: number, limit: number): Uint8Array {
  const bytes = Buffer.from(beginning.buffer, beginning.byteOffset, Math.min(beginning.byteLength, HEADER_BYTES));
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at >= 0);
  const header = ends.length > 0 ? bytes.subarray(0, Math.min(...ends)) : bytes.subarray(0, Math.max(0, bytes.lastIndexOf(10)));
  return new Uint8Array(Buffer.concat([Buffer.from(`${MARK}: ${size}; limit=${limit}\r\n`), header, Buffer.from('\r\n\r\n')]));
}

const megabytes = (size: number) => `${(size / 1_048_576).toFixed(1)} MB`;

/** Size and limit of a mail that was cut so. Only the first line counts: whatever a sender writes, servers put lines before. */
function markOf(headers: Headers): { size: number; limit: number } | null {
  const found = headers[0]?.[0] === MARK.toLowerCase() ? /^(\d{1,12}); limit=(\d{1,12})$/.exec(headers[0][1]) : null;
  return found && { size: Number(found[1]), limit: Number(found[2]) };
}

/** Its body stayed in the mailbox, for whatever reason. */
export const isHeaderOnly = (headers: Headers): boolean => markOf(headers) !== null;

/** Its body was too large, so that the sender should send it again in smaller letters. */
export const isOversize = (headers: Headers): boolean => (markOf(headers)?.limit ?? 0) > 0;

/** The remark for such a mail, or null. */
export function oversizeOf(headers: Headers): string | null {
  const mark = markOf(headers);
  if (!mark) return null;
  if (mark.limit === 0) return '邮箱的服务器没有交出这封邮件的正文，只取了邮件头；正文和附件请到邮箱里看原件。';
  return `邮件有 ${megabytes(mark.size)}，超过 ${megabytes(mark.limit)} 的上限，只取了邮件头；正文和附件请到邮箱里看原件。`;
}
