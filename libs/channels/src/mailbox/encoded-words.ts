import { charsetName, decodeText } from './charset';

/** The last word may be cut off by a server that shortens long lines. */
const WORD = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)(?:\?=|$)/g;

interface Words {
  readonly text: string;
  /** Something in it is in no charset that we know. */
  readonly unsure: boolean;
}

function quoted(text: string): Buffer {
  const plain = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/** Adjacent words of one charset; of Base64 even the groups of four signs may go on in the next word. */
class Run {
  private readonly pieces: Buffer[] = [];
  private base64 = '';

  constructor(readonly charset: string) {}

  add(coding: string, text: string): void {
    if (/q/i.test(coding)) {
      this.endBase64();
      this.pieces.push(quoted(text));
      return;
    }
    this.base64 += text.replace(/\s+/g, '');
    if (this.base64.endsWith('=') || this.base64.length % 4 === 0) this.endBase64();
  }

  decoded() {
    this.endBase64();
    return decodeText(Buffer.concat(this.pieces), this.charset);
  }

  private endBase64(): void {
    if (this.base64 !== '') this.pieces.push(Buffer.from(this.base64, 'base64'));
    this.base64 = '';
  }
}

/**
 * Encoded words (RFC 2047) to text. Bytes of adjacent words of one charset, whatever its label, are joined before decoding,
 * because senders cut characters in two.
 */
export function readWords(value: string): Words {
  if (!value.includes('=?')) return { text: value, unsure: false };
  let text = '';
  let unsure = false;
  let at = 0;
  let run = new Run('');
  const flush = () => {
    const decoded = run.decoded();
    text += decoded.text;
    unsure ||= decoded.trouble === 'unknown';
  };
  for (const found of value.matchAll(WORD)) {
    const between = value.slice(at, found.index);
    const charset = charsetName(found[1]!);
    if (between.trim() !== '' || at === 0 || run.charset !== charset) {
      flush();
      run = new Run(charset);
      // Space between two encoded words is not part of the text.
      if (between.trim() !== '' || at === 0) text += between;
    }
    run.add(found[2]!, found[3]!);
    at = found.index + found[0].length;
  }
  flush();
  return { text: text + value.slice(at), unsure };
}

export const decodeWords = (value: string): string => readWords(value).text;
