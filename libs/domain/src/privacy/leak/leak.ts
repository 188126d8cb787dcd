import { maskAddress, maskEmail, maskName, maskPhone } from '../mask';
import { fold, foldDigits, placesOf, type Folded } from './folded';
import { isIdNumber } from './id-number';
import { namePlaces } from './name-places';
import { sharedWords, verbatimRuns, withoutLaws } from './verbatim';

/** Who reads what leaves: the citizen himself, an outside department, everybody. */
export const AUDIENCES = ['citizen', 'department', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LEAK_KINDS = ['name', 'title', 'phone', 'other-phone', 'mail', 'other-mail', 'id-number', 'plate', 'address', 'verbatim', 'wording', 'other-person'] as const; // prettier-ignore
export type LeakKind = (typeof LEAK_KINDS)[number];
export type LeakWeight = 'block' | 'warn';

export interface Identity {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** A text that is to leave, or the name or hidden data of a file. */
export interface LeavingPart {
  /** Where it stands, in Chinese: 正文, 附件“…”的文件名. */
  readonly where: string;
  readonly text: string;
}

/** Whose identity is at stake. */
export interface Protected {
  readonly own: Identity;
  /** People of other appeals about the same thing. */
  readonly others: readonly Identity[];
  /** What the citizen wrote. */
  readonly letters: readonly string[];
  /** Telephones and addresses of the bureau itself, which may stand anywhere. */
  readonly ours: readonly string[];
  /** The citizen has consented that the department learns who he is. */
  readonly consented?: boolean;
}

export interface LeakHit {
  readonly kind: LeakKind;
  readonly weight: LeakWeight;
  readonly where: string;
  /** Start in the text of the part, in UTF-16 units; and the length. */
  readonly at: number;
  readonly length: number;
  /** What was found, masked. */
  readonly excerpt: string;
}

/** What each find weighs for each reader; what is not here may stand. */
const WEIGHTS: Record<LeakKind, Partial<Record<Audience, LeakWeight>>> = {
  name: { department: 'block', public: 'block' },
  title: { department: 'warn', public: 'warn' },
  phone: { department: 'block', public: 'block' },
  'other-phone': { citizen: 'warn', department: 'warn', public: 'block' },
  mail: { department: 'block', public: 'block' },
  'other-mail': { citizen: 'warn', department: 'warn', public: 'warn' },
  'id-number': { citizen: 'block', department: 'block', public: 'block' },
  // A department may need the plate of the lorry that is complained of.
  plate: { department: 'warn', public: 'block' },
  address: { department: 'block', public: 'block' },
  verbatim: { department: 'block', public: 'block' },
  wording: { department: 'warn', public: 'warn' },
  'other-person': { citizen: 'block', department: 'block', public: 'block' },
};
/** What a consented transfer may carry. */
const SHARED_BY_CONSENT: readonly LeakKind[] = ['name', 'title', 'phone', 'mail', 'address'];

type Find = Omit<LeakHit, 'weight' | 'where'>;

/** Everything in the parts that tells who the citizen is, in the order of the texts; linear in their length. */
export function findLeaks(parts: readonly LeavingPart[], subject: Protected, audience: Audience): LeakHit[] {
  const letters = subject.letters.map((letter) => fold(withoutLaws(letter, 'letter')).text);
  const written = writtenContacts(subject);
  return parts.flatMap(({ where, text }) => {
    const folded = fold(text);
    const digits = foldDigits(folded);
    const finds = [
      ...findIdentity(text, folded, digits, subject.own, written),
      ...subject.others.flatMap((other) =>
        findIdentity(text, folded, digits, other).flatMap((find) =>
          find.kind === 'title' ? [] : [{ ...find, kind: 'other-person' as const }],
        ),
      ),
      ...findPatterns(text, folded, digits, subject, written),
      ...findWords(text, letters),
    ];
    return finds
      .flatMap((find) => {
        const weight = WEIGHTS[find.kind][audience];
        const shared = subject.consented && audience === 'department' && SHARED_BY_CONSENT.includes(find.kind);
        return weight && !shared ? [{ ...find, weight, where }] : [];
      })
      .sort((a, b) => a.at - b.at);
  });
}

function findAt(kind: LeakKind, { at }: Folded, start: number, length: number, excerpt: string): Find {
  const from = at[start]!;
  return { kind, at: from, length: at[start + length - 1]! + 1 - from, excerpt };
}

function findIdentity(
  text: string,
  folded: Folded,
  digits: Folded,
  { name, phone, email, address }: Identity,
  written: Written = NOTHING_WRITTEN,
): Find[] {
  const finds: Find[] = namePlaces(name, text).map(({ at, length, whole, sure }) => ({
    kind: whole && sure ? ('name' as const) : ('title' as const),
    at,
    length,
    excerpt: whole ? maskName(name) : `${text.slice(at, at + 1)}某`,
  }));
  for (const number of new Set([...phoneDigits(phone), ...written.phones]))
    for (const start of placesOf(digits.text, number))
      if (!isInLongerNumber(digits, start, number.length))
        finds.push(findAt('phone', digits, start, number.length, maskPhone(number)));
  for (const one of new Set([email.trim().toLowerCase(), ...written.mails]))
    for (const mail of mailForms(one))
      for (const start of placesOf(folded.text, mail)) finds.push(findAt('mail', folded, start, mail.length, maskEmail(one)));
  for (const [start, length] of addressPlaces(address, digits.text))
    finds.push(findAt('address', digits, start, length, maskAddress(address)));
  return finds;
}

/** Telephones and mail addresses that stand in the citizen's letters: those who write by mail leave them nowhere else. */
interface Written {
  readonly phones: readonly string[];
  readonly mails: readonly string[];
}
const NOTHING_WRITTEN: Written = { phones: [], mails: [] };

function writtenContacts({ letters, ours }: Protected): Written {
  const told = letters.join('\n');
  const house = new Set(ours.flatMap((one) => [...phoneDigits(one), one.toLowerCase()]));
  const phones = [...foldDigits(fold(told)).text.matchAll(MOBILE)].map((found) => found[1]!);
  const mails = [...told.normalize('NFC').matchAll(MAIL)].map((found) => found[0].toLowerCase());
  return { phones: phones.filter((one) => !house.has(one)), mails: mails.filter((one) => !house.has(one)) };
}

/** Also with the sign between name and domain in words: lu.wenjie(at)example.com. */
function mailForms(email: string): string[] {
  const [local = '', domain = ''] = email.split('@').map((part) => fold(part).text);
  return local && local.length + domain.length >= 6 ? ['', 'at', '艾特', '圈'].map((between) => local + between + domain) : [];
}

/** What of a text the citizen has written himself: word for word, or in pieces. */
function findWords(text: string, letters: readonly string[]): Find[] {
  const folded = fold(withoutLaws(text, 'leaving'));
  const runs = verbatimRuns(folded.text, letters);
  if (runs.length) return runs.map(([start, end]) => findAt('verbatim', folded, start, end - start, `原话 ${end - start} 字`));
  const share = sharedWords(folded.text, letters);
  return share < 0.6
    ? []
    : [{ kind: 'wording', at: 0, length: text.length, excerpt: `约 ${Math.round(share * 100)}% 与来信相同` }];
}

/** The digits by which a telephone is known: mobiles without the country's code, land lines also without the area's. */
function phoneDigits(phone: string): string[] {
  const digits = foldDigits(fold(phone))
    .text.replace(/\D/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '');
  if (/^1\d{10}$/.test(digits)) return [digits];
  const local = digits.replace(/^0(?:10|2\d|[3-9]\d{2})(?=\d{7,8}$)/, '');
  return local.length >= 7 ? [local] : [];
}

/** Digits that touch on either side, without a gap in the original, make it another number; a country's code does not. */
function isInLongerNumber({ text, at }: Folded, start: number, length: number): boolean {
  const touches = (left: number) => at[left]! + 1 === at[left + 1]! && /\d/.test(text[left]!) && /\d/.test(text[left + 1]!);
  const before = start > 0 && touches(start - 1) && !/(?:^|\D)(?:00)?86$/.test(text.slice(0, start));
  return before || (start + length < text.length && touches(start + length - 1));
}

/** An address by what is particular about it, behind district and street: as a whole, or its row of numbers (328-12-301). */
function addressPlaces(address: string, digits: string): (readonly [start: number, length: number])[] {
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

const MOBILE = /(?<!\d)(?:86)?(1[3-9]\d{9})(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ID = /(?<!\d)[1-9]\d{16}[\dx](?!\d)/g;
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z](?:[a-z0-9]{6}|[a-z0-9]{5})(?![a-z0-9])/g;

/** What has the form of a telephone, a mail address, an identity number or a plate, whoever's it is. */
function findPatterns(text: string, folded: Folded, digits: Folded, { own, others, ours }: Protected, written: Written): Find[] {
  const finds: Find[] = [];
  const known = new Set([...[own, ...others].flatMap(({ phone }) => phoneDigits(phone)), ...written.phones]);
  const house = new Set(ours.flatMap((one) => [...phoneDigits(one), one.toLowerCase()]));
  for (const { 0: run, 1: number = '', index } of digits.text.matchAll(MOBILE))
    if (!known.has(number) && !house.has(number)) finds.push(findAt('other-phone', digits, index, run.length, maskPhone(number)));
  const mails = new Set([...[own, ...others].map(({ email }) => email.trim().toLowerCase()), ...written.mails]);
  for (const { 0: mail, index } of text.normalize('NFC').matchAll(MAIL)) {
    const lower = mail.toLowerCase();
    if (!mails.has(lower) && !house.has(lower))
      finds.push({ kind: 'other-mail', at: index, length: mail.length, excerpt: maskEmail(mail) });
  }
  for (const { 0: run, index } of digits.text.matchAll(ID))
    if (isIdNumber(run))
      finds.push(findAt('id-number', digits, index, run.length, `${run.slice(0, 3)}***********${run.slice(-2)}`));
  for (const { 0: plate, index } of folded.text.matchAll(PLATE))
    if (/\d/.test(plate)) finds.push(findAt('plate', folded, index, plate.length, `${plate.slice(0, 2).toUpperCase()}*****`));
  return finds;
}

export const LEAK_WORDS: Record<LeakKind, string> = {
  name: '反映人姓名',
  title: '反映人的姓加称呼',
  phone: '反映人电话',
  'other-phone': '一个手机号码',
  mail: '反映人邮箱',
  'other-mail': '一个邮箱地址',
  'id-number': '身份证号',
  plate: '车牌号',
  address: '反映人住址',
  verbatim: '反映人的原话',
  wording: '与来信雷同的文字',
  'other-person': '另一位反映人的身份',
};
