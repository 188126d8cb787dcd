import iconv from 'iconv-lite';

/**
 * A text as it is compared with what a site shows of it: letters and digits alone, and only those that GB2312 has, since old
 * sites turn others into question marks or references.
 */
function bones(text: string): string {
  return [...text.replace(/&#(\d{1,7});/g, (_, code: string) => signOf(Number(code))).normalize('NFKC')]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign) && isPlain(sign))
    .join('')
    .toLowerCase();
}

const signOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');

function isPlain(sign: string): boolean {
  if (sign < '\u0080') return true;
  const bytes = iconv.encode(sign, 'gbk');
  return bytes.length === 2 && bytes[0]! >= 0xb0 && bytes[0]! <= 0xf7 && bytes[1]! >= 0xa1;
}

/** Whether a text that a site shows is, or holds, ours; what is left of a very short one proves nothing. */
export function holdsText(shown: string, ours: string): boolean {
  const wanted = bones(ours);
  return wanted.length > 0 && bones(shown).includes(wanted);
}

/** Whether it bears the mark, and not that of another answer of the same appeal. */
export function holdsMark(shown: string, mark: string): boolean {
  const text = shown.normalize('NFKC');
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
    if (!/^[\d/]/.test(text.slice(at + mark.length))) return true;
  return false;
}
