import { representativesOf } from '../desk/representatives';
import type { Party } from '../intake/inbound-message';
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPhone } from './mask';

const DIGIT = '[0-9０-９]';
const GAP = '[\\s\\-－—()（）.·]{0,2}';
const alone = (pattern: string) => new RegExp(`(?<!${DIGIT})${pattern}(?!${DIGIT})`, 'gu');

/** Numbers and addresses that belong to a person whoever he is, in the ways people write them. */
const GROUPS = [
  `${DIGIT}${GAP}${DIGIT}{4}${GAP}${DIGIT}{4}`,
  `${DIGIT}${GAP}${DIGIT}{3}${GAP}${DIGIT}{5}`,
  `${DIGIT}{2}${GAP}${DIGIT}{3}${GAP}${DIGIT}{4}`,
  `${DIGIT}{3}${GAP}${DIGIT}{3}${GAP}${DIGIT}{3}`,
  `(?:\\s${DIGIT}){9}`,
];
const MOBILE = alone(`(?:(?:\\+|00)?86${GAP})?[1１]\\s?[3-9３-９](?:${GROUPS.join('|')})`);
const LANDLINE = alone(`[0０]${DIGIT}{2,3}${GAP}[2-9２-９](?:${GAP}${DIGIT}){6,7}`);
const ID_NUMBER = alone(`[1-9１-９]${DIGIT}{16}[0-9０-９XxＸｘ]`);
const MAIL = /[\p{L}\p{N}._%+-]+[@＠][\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** The commonest family names: enough to know a signature by. */
const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const SIGNED = new RegExp(`^(\\s*(?:此致|敬礼)?[：:，,]?\\s*)([${FAMILY}][\\p{Script=Han}]{1,2})(\\s*)$`, 'u');
const SAID =
  /((?:我叫|我的名字(?:是|叫)|(?:署名|姓名|联系人|举报人|投诉人|反映人|来信人)\s*(?:[：:]|是|为))\s*)([\p{Script=Han}·]{2,4})/gu;

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const plainDigits = (text: string) => text.replace(/[０-９]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Every way in which this text gives away this party, and every telephone, mail and identity number in it, masked. */
export const maskIdentityIn = (text: string, party: Party): string => identityMask(party)(text);

/** The same for many texts of one party. */
export function identityMask(party: Party): (text: string) => string {
  const own = ownMask(party);
  return (text) => unsigned(anybody(own(text)));
}

/** Only what is this party's: for texts of the bureau, which tell other numbers on purpose. */
export function ownMask(party: Party): (text: string) => string {
  const hidden = [party, ...representativesOf(party)].flatMap(tracesOf);
  return (text) =>
    hidden.reduce((masked, one) => (one.mayStandIn(masked) ? masked.replace(one.pattern(), () => one.as) : masked), text);
}

function tracesOf(party: Party): Hidden[] {
  const hidden: Hidden[] = [];
  const hide = (value: string, as: string) => {
    if (value.trim().length > 1) hidden.push(aValue(value.trim(), as));
  };
  hide(party.email, maskEmail(party.email));
  hide(party.idNumber ?? '', maskIdNumber(party.idNumber ?? ''));
  for (const address of waysOf(party.address)) hide(address, maskAddress(address));
  const digits = digitsOf(party.phone);
  if (digits.length > 4) hidden.push(aNumber(digits, maskPhone(party.phone)));
  hide(party.name, maskName(party.name));
  return hidden;
}

/** A value to be hidden. Its pattern costs far more to make than most texts to read, so it is made where it may be found. */
interface Hidden {
  readonly as: string;
  /** True wherever the pattern finds something; may be true where it does not. */
  readonly mayStandIn: (text: string) => boolean;
  readonly pattern: () => RegExp;
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
const closed = (text: string): string => plainDigits(text).replace(/\s+/g, '').toUpperCase().toLowerCase();
const digitsOf = (text: string): string => plainDigits(text).replace(/\D/g, '');

function aValue(value: string, as: string): Hidden {
  const wanted = closed(value);
  return { as, mayStandIn: (text) => closed(text).includes(wanted), pattern: once(() => new RegExp(spaced(value), 'giu')) };
}

function aNumber(digits: string, as: string): Hidden {
  const pattern = once(() => new RegExp(`(?<!${DIGIT})${[...digits].map(anyWidth).join(GAP)}(?!${DIGIT})`, 'gu'));
  return { as, mayStandIn: (text) => digitsOf(text).includes(digits), pattern };
}

/** Numbers and addresses of anybody, and names after the words that introduce one. */
const anybody = (text: string): string =>
  text
    .replace(MAIL, (found) => maskEmail(found))
    .replace(ID_NUMBER, (found) => maskIdNumber(plainDigits(found)))
    .replace(MOBILE, (found) => maskPhone(plainDigits(found).replace(/\D/g, '').slice(-11)))
    .replace(LANDLINE, (found) => maskPhone(plainDigits(found).replace(/\D/g, '')))
    .replace(SAID, (_, before: string, name: string) => before + maskName(name));

/** Signs of one value may stand apart or in another width. */
const spaced = (value: string): string =>
  [...value.replace(/\s+/g, '')].map((sign) => (/\d/.test(sign) ? anyWidth(sign) : escaped(sign))).join('\\s{0,2}');
const anyWidth = (digit: string): string => `[${digit}${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}]`;

/** An address in full, and as neighbours write it: without city and district. */
function waysOf(address: string): string[] {
  const short = address.replace(/^\s*(?:中国)?(?:上海市?)?(?:[\p{Script=Han}]{1,3}区)?/u, '');
  return [address, short].filter((one) => [...one.trim()].length >= 4);
}

/** A name alone on one of the last lines is a signature. */
function unsigned(text: string): string {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim());
  for (let at = Math.max(last - 2, 1); at <= last; at++)
    lines[at] = lines[at]!.replace(SIGNED, (_, before: string, name: string, after: string) => before + maskName(name) + after);
  return lines.join('\n');
}
