/** A text as it is compared: without what only parts its signs, each sign with its place in the original. */
export interface Folded {
  readonly text: string;
  /** Index in the original of each sign of `text`. */
  readonly at: readonly number[];
}

/** What people put between signs to keep them from being found, or to make them easier to read. */
const BETWEEN = /[\s\p{P}\p{S}\p{Cf}]/u;
const CHINESE_DIGITS = '零一二三四五六七八九';
const OTHER_DIGITS: Readonly<Record<string, string>> = {
  〇: '0', '○': '0', 洞: '0', 幺: '1', 壹: '1', 贰: '2', 两: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 拐: '7', 捌: '8', 玖: '9', 勾: '9',
}; // prettier-ignore

/** Half-width, lower case, without spaces, punctuation and signs that do not show, or what else is between the signs. */
export function fold(original: string, between: RegExp = BETWEEN): Folded {
  const signs: string[] = [];
  const at: number[] = [];
  let index = 0;
  for (const sign of original) {
    for (const plain of sign.normalize('NFKC').toLowerCase()) {
      if (between.test(plain)) continue;
      signs.push(plain);
      for (let unit = 0; unit < plain.length; unit++) at.push(index);
    }
    index += sign.length;
  }
  return { text: signs.join(''), at };
}

/** The same with digits that are written as words (一三八…) turned into digits. */
export function foldDigits({ text, at }: Folded): Folded {
  let digits = '';
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]!;
    const chinese = CHINESE_DIGITS.indexOf(sign);
    digits += chinese >= 0 ? String(chinese) : (OTHER_DIGITS[sign] ?? sign);
  }
  return { text: digits, at };
}

/** Every place at which the needle stands. */
export function placesOf(haystack: string, needle: string): number[] {
  const places: number[] = [];
  if (!needle) return places;
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) places.push(at);
  return places;
}
