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
  if (charset === 'iso-2022-kr') return fromShifts(bytes, 'euc-kr');
  if (/^iso-2022-cn/.test(charset)) return fromShifts(bytes, 'gb18030');
  // TextDecoder refuses a shift that nothing stands in, as where two encoded words meet.
  const lean = charset === 'iso-2022-jp' ? Buffer.from(bytes.toString('latin1').replace(EMPTY_SHIFT, ''), 'latin1') : bytes;
  const known = decoder(charset, true);
  if (known) {
    try {
      return known.decode(lean);
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

/** An escape of ISO-2022-JP that another follows at once. */
// eslint-disable-next-line no-control-regex -- it begins with ESC
const EMPTY_SHIFT = /\u001b(?:\$[@B]|\([BIJ])(?=\u001b)/g;

/** ISO-2022-KR and -CN (RFC 1557, RFC 1922): between SO and SI stands the 7-bit form of a charset that we have. */
function fromShifts(bytes: Buffer, charset: string): string | null {
  // eslint-disable-next-line no-control-regex -- designations, SO and SI
  const raw = bytes.toString('latin1').replace(/\u001b\$[)*+][A-Z]/g, '');
  if (!raw.includes('\u000e')) return null;
  // eslint-disable-next-line no-control-regex -- SO and SI
  return raw.replace(/\u000e([^\u000f\n]*)\u000f?/g, (_all, inside: string) =>
    decoder(charset, false)!.decode(Buffer.from(inside, 'latin1').map((byte) => (byte > 32 ? byte | 0x80 : byte))),
  );
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
