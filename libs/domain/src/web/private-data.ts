const FINDERS: readonly (readonly [what: string, sign: RegExp])[] = [
  ['身份证号', /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g],
  ['手机号码', /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g],
  ['电话号码', /(?<!\d)0\d{2,3}[ -]\d{3,4}[ -]?\d{4}(?!\d)/g],
  ['邮箱地址', /[\w.%+-]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{2,63})+/g],
];

export interface PrivateData {
  /** In Chinese: 手机号码. */
  readonly what: string;
  /** As it was found, in half-width signs. */
  readonly value: string;
}

/** Numbers and addresses in a text that may tell who its writer is: he is asked whether they are meant to stand there. */
export function privateDataIn(text: string): PrivateData[] {
  let rest = text.normalize('NFKC');
  const found: PrivateData[] = [];
  for (const [what, sign] of FINDERS)
    rest = rest.replace(sign, (value) => {
      if (!found.some((one) => one.value === value)) found.push({ what, value });
      return ' ';
    });
  return found;
}
