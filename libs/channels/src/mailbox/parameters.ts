import { decodeText } from './charset';
import { decodeWords } from './encoded-words';
import { unraw } from './header';

/** A value with parameters, as in Content-Type and Content-Disposition (RFC 2045, RFC 2231). */
export interface Structured {
  /** Lower case. */
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\[\s\S])*)"?|([^;"]*))/g;
const PARAMETERS = 100;
const VALUE = 16_000;

export function structured(raw: string): Structured {
  const text = unraw(raw.slice(0, VALUE));
  const value = (text.split(';', 1)[0] ?? '').trim().toLowerCase();
  const plain = new Map<string, string>();
  const pieces = new Map<string, { order: number; coded: boolean; text: string }[]>();
  let count = 0;
  for (const found of text.replace(/;[\s;]*/g, ';').matchAll(PARAMETER)) {
    if (++count > PARAMETERS) break;
    // A backslash before anything but a quote is more likely a path of Windows than an escape.
    const given = found[2] === undefined ? found[3]!.trim() : found[2].replace(/\\(["\\])/g, '$1');
    const name = found[1]!.toLowerCase();
    const piece = /^([^*]+)\*(\d{1,3})?(\*?)$/.exec(name);
    if (!piece) {
      if (!plain.has(name)) plain.set(name, given);
      continue;
    }
    const coded = piece[2] === undefined || piece[3] === '*';
    pieces.set(piece[1]!, [...(pieces.get(piece[1]!) ?? []), { order: Number(piece[2] ?? 0), coded, text: given }]);
  }
  for (const [name, parts] of pieces) plain.set(name, continued(parts));
  return { value, parameters: plain };
}

/** The pieces of one parameter in order; the first says the charset: `utf-8'zh'%E4%B8…`. */
function continued(parts: { order: number; coded: boolean; text: string }[]): string {
  let charset = '';
  const bytes = parts
    .sort((a, b) => a.order - b.order)
    .map((part, index) => {
      const label = part.coded && index === 0 ? /^([^']{0,60})'[^']{0,60}'/.exec(part.text) : null;
      if (label) charset = label[1]!;
      const body = label ? part.text.slice(label[0].length) : part.text;
      if (!part.coded) return Buffer.from(body, 'utf8');
      return percentBytes(body);
    });
  return decodeText(Buffer.concat(bytes), charset).text;
}

function percentBytes(text: string): Buffer {
  const parts = text.split(/((?:%[0-9a-f]{2})+)/i);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part, 'utf8'))),
  );
}

/** A file name as senders write it: RFC 2231, encoded words in quotes, raw bytes or percent signs. */
export function fileName(disposition: Structured, type: Structured): string {
  const given = disposition.parameters.get('filename') ?? type.parameters.get('name') ?? '';
  const words = decodeWords(given);
  if (!/^(?:%[0-9a-f]{2}|[\w.()+-])+$/i.test(words) || !/%[c-f][0-9a-f]%/i.test(words)) return words;
  return decodeText(percentBytes(words)).text;
}
