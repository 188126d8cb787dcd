import { isAscii } from 'node:buffer';
import { loosely, strictly } from './decoders';

/** Bytes turned into text: by which charset, whether the label was wrong, and whether something could not be read. */
export interface Decoded {
  readonly text: string;
  readonly charset: string;
  readonly trouble: 'none' | 'relabelled' | 'damaged' | 'unknown';
}

const SAME: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'gb_2312-80': 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'euc-cn': 'gb18030',
  gb_2312: 'gb18030',
  'gb2312-80': 'gb18030',
  'gb2312.1980-0': 'gb18030',
  'cn-gb': 'gb18030',
  csgb2312: 'gb18030',
  hz: 'hz-gb-2312',
  cp950: 'big5',
  'big5-hkscs': 'big5',
  'x-x-big5': 'big5',
  'cn-big5': 'big5',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  utf8: 'utf-8',
  'x-utf-8': 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp1252: 'windows-1252',
};
// eslint-disable-next-line no-control-regex -- the escapes of ISO-2022-JP
const ISO_2022_JP = /\u001b\$[@B]/;
const NO_LABEL = /^(?:us-)?ascii$|^ansi_|^[78]bit$|^unknown|^x-unknown|^default$|^none$|^binary$|^iso-10646/;

/** The name by which a label is decoded; empty where it says nothing. */
export function charsetName(label: string): string {
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/^["']+|["']+$/g, '')
    .replace(/\*.*$/, '');
  return NO_LABEL.test(plain) ? '' : Object.hasOwn(SAME, plain) ? SAME[plain]! : plain;
}

/** Chinese bytes under a western label: nearly all high bytes stand in pairs that are common Chinese characters. */
function chineseAfterAll(bytes: Buffer): string | null {
  const text = strictly(bytes, 'gb18030');
  if (text === null) return null;
  let chinese = 0;
  let other = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    if (code < 0x80) continue;
    if ((code >= 0x4e00 && code < 0x9fa6) || (code >= 0x3000 && code < 0x3020) || (code >= 0xff00 && code < 0xff60)) chinese++;
    else other++;
  }
  // A western accent takes the ASCII letter after it into the pair; Chinese has two high bytes.
  const high = bytes.reduce((sum, byte) => sum + (byte >> 7), 0);
  return chinese > 0 && other * 10 <= chinese && high >= (chinese + other) * 1.8 ? text : null;
}

/** Controls and private signs, which bytes of no Chinese charset give. */
const NOT_CHINESE = /[\u0080-\u009f\ue000-\uf8ff]/;

/** How the pairs of a Chinese charset lie: in Big5 the common characters begin with A4 to C6, in GB 2312 both bytes are high. */
function seemsBig5(bytes: Buffer): boolean {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  let low = 0;
  for (let at = 0; at + 1 < bytes.length && pairs < 4_000; at++) {
    const lead = bytes[at]!;
    if (lead < 0x81) continue;
    const trail = bytes[++at]!;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))) gb++;
    if (lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail < 0x7f) || trail >= 0xa1)) big5++;
    if (trail < 0x7f) low++;
  }
  return pairs > 1 && low >= pairs * 0.15 && big5 >= pairs * 0.95 && gb < pairs * 0.6;
}

/** Accents inside words: at least half of the runs of high bytes are one byte long and stand after an ASCII letter. */
function looksWestern(bytes: Buffer): boolean {
  let runs = 0;
  let accents = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    const start = at;
    while (bytes[at + 1]! >= 0x80) at++;
    runs++;
    if (at === start && isLetter(bytes[start - 1])) accents++;
  }
  return runs > 0 && accents * 2 >= runs;
}
const isLetter = (byte = 0) => (byte | 0x20) >= 97 && (byte | 0x20) <= 122;

/**
 * The ladder: the declared charset (GB 2312 and GBK as GB 18030) if every byte fits and it is no Chinese in UTF-8, then UTF-8, GB 18030, Big5, and Latin-1
 * as the last. UTF-8 with few broken signs counts as UTF-8, because its bytes also pass as wrong GB 18030.
 */
export function decodeText(content: Uint8Array, label = ''): Decoded {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const named = charsetName(label);
  // Mail is never UTF-16 without zero bytes; the label is what a page said before it was turned into a mail.
  const declared = /^(?:utf-?(?:16|32)|ucs-?[24])/.test(named) && !bytes.includes(0) ? '' : named;
  const is = (text: string, charset: string): Decoded => ({
    text,
    charset,
    trouble: declared === '' || declared === charset ? 'none' : 'relabelled',
  });
  if (declared === '' && isAscii(bytes) && ISO_2022_JP.test(bytes.toString('latin1', 0, 4_096))) {
    return is(strictly(bytes, 'iso-2022-jp') ?? bytes.toString('latin1'), 'iso-2022-jp');
  }
  if (isAscii(bytes) && !/^(?:hz|utf-7|utf-16|ucs|iso-2022|cp[0-9]*ebcdic)/.test(declared)) {
    return { text: bytes.toString('latin1'), charset: 'us-ascii', trouble: 'none' };
  }
  const mark = bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) return is(loosely(bytes, mark === 0xfffe ? 'utf-16le' : 'utf-16be')!.text, declared);

  const western = /^(?:windows-125|iso-8859-|macintosh)/.test(declared);
  if (western) {
    const utf8 = strictly(bytes, 'utf-8');
    if (utf8 !== null) return is(utf8, 'utf-8');
    const chinese = chineseAfterAll(bytes);
    if (chinese !== null) return is(chinese, 'gb18030');
  }
  // UTF-8 often passes as wrong GB 18030; Chinese bytes by accident as Chinese UTF-8 hardly ever.
  if (declared === 'gb18030' || declared === 'big5') {
    const utf8 = strictly(bytes, 'utf-8');
    if (utf8 !== null && /[\u3000-\u9fff\uff00-\uffef].*[\u3000-\u9fff\uff00-\uffef]/s.test(utf8)) return is(utf8, 'utf-8');
  }
  for (const charset of new Set([declared, 'utf-8'])) {
    const text = charset && strictly(bytes, charset);
    if (typeof text === 'string' && charset) return is(text, charset);
  }
  for (const charset of new Set([declared, 'utf-8'])) {
    const loose = charset ? loosely(bytes, charset) : null;
    if (loose && loose.bad * 4 <= loose.good) return { text: loose.text, charset, trouble: 'damaged' };
  }
  for (const charset of /^(?:iso-2022-jp|shift[_-]jis|euc-jp|cp932|ms932)/.test(declared) ? ['euc-jp', 'shift_jis'] : []) {
    const text = strictly(bytes, charset);
    if (text !== null) return is(text, charset);
  }
  for (const charset of looksWestern(bytes) ? [] : seemsBig5(bytes) ? ['big5', 'gb18030'] : ['gb18030', 'big5']) {
    const text = strictly(bytes, charset);
    if (text !== null && !NOT_CHINESE.test(text)) return is(text, charset);
  }
  const loose = loosely(bytes, 'gb18030')!;
  if (!looksWestern(bytes) && loose.bad * 2 <= loose.good) return { text: loose.text, charset: 'gb18030', trouble: 'damaged' };
  return { text: bytes.toString('latin1'), charset: 'latin1', trouble: 'unknown' };
}
