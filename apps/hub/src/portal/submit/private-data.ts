const MOBILE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const LANDLINE = /(?<!\d)0\d{2,3}[ -]\d{3,4}[ -]?\d{4}(?!\d)/;
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/;

/** A phone or identity number that stands in a text, named in Chinese; null where none does. */
export function privateDataIn(text: string): string | null {
  const plain = text.normalize('NFKC');
  if (IDENTITY.test(plain)) return '身份证号';
  if (MOBILE.test(plain)) return '手机号码';
  return LANDLINE.test(plain) ? '电话号码' : null;
}
