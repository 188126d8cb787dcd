/** A value of BER (X.690): its tag, and where its content lies. */
interface Value {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Behind the value and, where its length is open, its end mark. */
  readonly next: number;
}

const DEPTH = 30;
const SEQUENCE = 0x30;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const IDENTIFIER = 0x06;
const CONTENT = 0xa0;
const SIGNED_DATA = '2a864886f70d010702';
const DATA = '2a864886f70d010701';

function valueAt(bytes: Buffer, at: number, limit: number, depth = 0): Value | null {
  if (at + 2 > limit || depth > DEPTH) return null;
  const tag = bytes[at]!;
  const first = bytes[at + 1]!;
  if (first === 0x80) {
    // The length is open: values follow to an end mark of two zero bytes.
    let place = at + 2;
    while (place + 2 <= limit && bytes.readUInt16BE(place) !== 0) {
      const inside = valueAt(bytes, place, limit, depth + 1);
      if (!inside) return null;
      place = inside.next;
    }
    return place + 2 <= limit ? { tag, start: at + 2, end: place, next: place + 2 } : null;
  }
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || at + 2 + count > limit) return null;
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count);
  const start = at + 2 + count;
  return start + length <= limit ? { tag, start, end: start + length, next: start + length } : null;
}

function insideOf(bytes: Buffer, outer: Value): Value[] {
  const found: Value[] = [];
  for (let at = outer.start; at < outer.end; at = found.at(-1)!.next) {
    const value = valueAt(bytes, at, outer.end);
    if (!value) break;
    found.push(value);
  }
  return found;
}

function octets(bytes: Buffer, value: Value, depth = 0): Buffer | null {
  if (value.tag === OCTETS) return bytes.subarray(value.start, value.end);
  if (value.tag !== OCTETS_IN_PIECES || depth > DEPTH) return null;
  const pieces = insideOf(bytes, value).map((piece) => octets(bytes, piece, depth + 1));
  return pieces.every((piece) => piece !== null) ? Buffer.concat(pieces) : null;
}

const isIdentifier = (bytes: Buffer, value: Value | undefined, hex: string): boolean =>
  value?.tag === IDENTIFIER && bytes.toString('hex', value.start, value.end) === hex;

/** The letter inside a part that is signed but not encrypted (RFC 5652, 5; RFC 8551, 3.5.2), or null. The signature is not proved. */
export function signedContent(bytes: Buffer): Buffer | null {
  const whole = valueAt(bytes, 0, bytes.length);
  if (whole?.tag !== SEQUENCE) return null;
  const [kind, wrapped] = insideOf(bytes, whole);
  if (!isIdentifier(bytes, kind, SIGNED_DATA) || wrapped?.tag !== CONTENT) return null;
  const [signed] = insideOf(bytes, wrapped);
  // Version, digest algorithms, then what was signed.
  const enclosed = signed && insideOf(bytes, signed)[2];
  if (enclosed?.tag !== SEQUENCE) return null;
  const [type, content] = insideOf(bytes, enclosed);
  if (!isIdentifier(bytes, type, DATA) || content?.tag !== CONTENT) return null;
  const [value] = insideOf(bytes, content);
  return value ? octets(bytes, value) : null;
}
