/** Words at the head of an address that everybody leaves out or not as he likes. */
const HEAD = /^(中国)?(上海市?)?(普陀区?)?/;
/** Words at its end that tell where to stand, not which place. */
const TAIL = /(门口|附近|旁边|旁|对面|楼下|周边|一带|处|内|里面|左右)+$/;
const CHINESE_DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/**
 * A name or address as it is compared: full-width, spaces, punctuation, 上海市普陀区, 号 written as 弄/号 numbers in
 * Chinese digits and 门口 at the end make no difference. Empty where nothing is left that could name a place.
 */
export function placeKey(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/[〇零一二三四五六七八九]+(?=[号弄室幢栋])/g, (digits) => [...digits].map((one) => CHINESE_DIGITS[one]).join(''))
    .replace(HEAD, '')
    .replace(TAIL, '');
  return [...plain].slice(0, 60).join('');
}

/** One key for a polluter (its name) or an address; the name alone where it says something. */
export const siteKey = (name: string, address: string): string => placeKey(name) || placeKey(address);

/** Whether two places may be one: equal keys, or one that tells the other more exactly (长寿路100号 and 长寿路100号3楼). */
export function samePlace(one: string, other: string): boolean {
  const [short, long] = [placeKey(one), placeKey(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (!short) return false;
  if (short === long) return true;
  // Without a house number the shorter one is only a road.
  return /\d+(号|弄)$/.test(short) && long.startsWith(short);
}
