const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/\D/g, '');
const withoutCountry = (digits: string): string => digits.replace(/^(?:0086|86)(?=(?:1\d{10}|0?[2-9]\d{8,10})$)/, '');

/** `021` of a number that is written with its area code apart: `021-0000 1240`; null where none is. */
export const areaCodeOf = (written: string): string | null => /^\s*[（(]?(0\d{2,3})[）)\s-]/.exec(written)?.[1] ?? null;

/** Whether what has been typed so far may be a whole telephone number: a mobile one, or one with or without area code. */
export function plausiblePhone(typed: string): boolean {
  const digits = withoutCountry(digitsOf(typed));
  return /^1[3-9]\d{9}$/.test(digits) || /^[2-9]\d{6,7}$/.test(digits) || /^0[1-9]\d{1,2}[2-9]\d{6,7}$/.test(digits);
}

/** The ways in which one number is written down: neighbours leave out the area code of the town. */
export function phoneWays(typed: string, areaCode: string | null): string[] {
  const digits = withoutCountry(digitsOf(typed));
  if (areaCode === null) return [digits];
  if (/^[2-9]\d{6,7}$/.test(digits)) return [digits, areaCode + digits];
  const local = digits.startsWith(areaCode) ? digits.slice(areaCode.length) : '';
  return /^[2-9]\d{6,7}$/.test(local) ? [digits, local] : [digits];
}
