import { fold, foldDigits, placesOf } from './folded';

/** An address by what is particular about it, behind district and street: as a whole, or its row of numbers (328-12-301). */
export function addressPlaces(address: string, digits: string): (readonly [start: number, length: number])[] {
  const plain = foldDigits(fold(address)).text;
  const home = plain.replace(/^.*(?:省|市|(?<!小|社|园|校)区|县|街道|镇|乡)(?=.{4})/u, '');
  if (!/\d/.test(home) || home.length < 5) return [];
  const wholes = placesOf(digits, home).map((start) => [start, home.length] as const);
  const groups = home.match(/\d+/g)!;
  if (groups.length < 2 || groups.join('').length < 5) return wholes;
  const rows = [...digits.matchAll(new RegExp(`(?<!\\d)${groups.join('[^\\d]{0,3}')}(?!\\d)`, 'gu'))]
    .map((found) => [found.index, found[0].length] as const)
    .filter(([start]) => wholes.every(([from, length]) => start < from || start >= from + length));
  return [...wholes, ...rows];
}
