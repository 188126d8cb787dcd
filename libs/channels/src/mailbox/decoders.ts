import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

const decoders = new Map<string, TextDecoder | null>();
function decoder(charset: string, fatal: boolean): TextDecoder | null {
  const key = `${charset} ${fatal}`;
  if (!decoders.has(key)) {
    if (decoders.size > 500) decoders.clear();
    try {
      decoders.set(key, new TextDecoder(charset, { fatal }));
    } catch {
      decoders.set(key, null);
    }
  }
  return decoders.get(key)!;
}

/** Strict: null where one byte does not fit. */
export function strictly(bytes: Buffer, charset: string): string | null {
  if (charset === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : null;
  if (charset === 'hz-gb-2312') return fromHz(bytes);
  const known = decoder(charset, true);
  if (known) {
    try {
      return known.decode(bytes);
    } catch {
      return null;
    }
  }
  if (!/^[a-z0-9_:-]{2,30}$/.test(charset) || !iconv.encodingExists(charset)) return null;
  const text = iconv.decode(bytes, charset);
  return text.includes('\ufffd') ? null : text;
}

/** HZ, the 7-bit form of GB 2312 (RFC 1843), which TextDecoder refuses. */
function fromHz(bytes: Buffer): string | null {
  const raw = bytes.toString('latin1');
  if (!raw.includes('~{')) return null;
  return raw.replace(/~(?:\{([^~\n]*)(?:~\}|(?=\n)|$)|(~)|\n)/g, (_all, inside?: string, tilde?: string) => {
    if (inside === undefined) return tilde ?? '';
    return decoder('gb18030', false)!.decode(Buffer.from(inside, 'latin1').map((byte) => byte | 0x80));
  });
}

/** How many signs beyond ASCII a loose decoding gives, and how many of them are replacements. */
export function loosely(bytes: Buffer, charset: string): { text: string; good: number; bad: number } | null {
  const known = decoder(charset, false);
  if (!known) return null;
  const text = known.decode(bytes);
  let bad = 0;
  let beyond = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) beyond++;
  }
  return { text, good: beyond, bad };
}
