const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

/** Undoes a Content-Transfer-Encoding. A body that is not what its label says stays as it is. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64' || encoding === 'b') {
    const text = bytes.toString('latin1', 0, bytes.length);
    return NOT_BASE64.test(text.slice(0, 400)) ? bytes : Buffer.from(text, 'base64');
  }
  if (encoding === 'quoted-printable' || encoding === 'q') return fromQuotedPrintable(bytes);
  return bytes;
}

const HEX = new Int8Array(256).fill(-1);
for (const [index, sign] of [...'0123456789abcdef'].entries()) {
  HEX[sign.charCodeAt(0)] = index;
  HEX[sign.toUpperCase().charCodeAt(0)] = index;
}

function fromQuotedPrintable(bytes: Buffer): Buffer {
  if (!bytes.includes(0x3d)) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte !== 0x3d) {
      out[to++] = byte;
      continue;
    }
    const high = HEX[bytes[at + 1] ?? 0]!;
    const low = HEX[bytes[at + 2] ?? 0]!;
    if (high >= 0 && low >= 0) {
      out[to++] = high * 16 + low;
      at += 2;
      continue;
    }
    // A soft line break: the sign at the end of a line, after which some senders leave spaces.
    let end = at + 1;
    while (bytes[end] === 32 || bytes[end] === 9 || bytes[end] === 13) end++;
    if (end >= bytes.length || bytes[end] === 10) at = end;
    else out[to++] = byte;
  }
  return out.subarray(0, to);
}

export interface UuFile {
  readonly name: string;
  readonly content: Buffer;
}

const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (.{1,200})$/;

/** Files that stand uuencoded inside a text, and the text without them. */
export function takeUuFiles(text: string): { text: string; files: UuFile[] } {
  if (!/^begin(?:-base64)? [0-7]{3,4} /m.test(text)) return { text, files: [] };
  const kept: string[] = [];
  const files: UuFile[] = [];
  const lines = text.split('\n');
  const ends = lines.flatMap((line, index) => (/^(?:end|====)\s*$/.test(line) ? [index] : []));
  let nextEnd = 0;
  for (let at = 0; at < lines.length; at++) {
    const begin = BEGIN.exec(lines[at]!.trimEnd());
    while (nextEnd < ends.length && ends[nextEnd]! < at) nextEnd++;
    const end = ends[nextEnd];
    if (!begin || end === undefined) {
      kept.push(lines[at]!);
      continue;
    }
    const body = lines.slice(at + 1, end);
    const content = lines[at]!.startsWith('begin-base64')
      ? Buffer.from(body.join(''), 'base64')
      : Buffer.concat(body.map(uuLine));
    files.push({ name: begin[1]!.trim(), content });
    at = end;
  }
  return { text: kept.join('\n'), files };
}

function uuLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let group = 0, at = 1; group < out.length; group += 3, at += 4) {
    let bits = 0;
    for (let index = 0; index < 4; index++) bits = (bits << 6) | (((line.charCodeAt(at + index) || 32) - 32) & 63);
    out.writeUIntBE(bits, group, 3);
  }
  return out.subarray(0, length || 0);
}
