import { maskAddress, maskEmail, maskName, maskPhone } from '../mask';
import { fold, foldDigits, placesOf, type Folded } from './folded';
import { isIdNumber } from './id-number';
import { verbatimRuns } from './verbatim';

/** Who reads what leaves: the citizen himself, an outside department, everybody. */
export const AUDIENCES = ['citizen', 'department', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LEAK_KINDS = ['name', 'title', 'phone', 'other-phone', 'mail', 'other-mail', 'id-number', 'plate', 'address', 'verbatim', 'other-person'] as const; // prettier-ignore
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
  'other-person': { citizen: 'block', department: 'block', public: 'block' },
};
/** What a consented transfer may carry. */
const SHARED_BY_CONSENT: readonly LeakKind[] = ['name', 'title', 'phone', 'mail', 'address'];

type Find = Omit<LeakHit, 'weight' | 'where'>;

/** Everything in the parts that tells who the citizen is, in the order of the texts; linear in their length. */
export function findLeaks(parts: readonly LeavingPart[], subject: Protected, audience: Audience): LeakHit[] {
  const letters = subject.letters.map((letter) => fold(letter).text);
  return parts.flatMap(({ where, text }) => {
    const folded = fold(text);
    const digits = foldDigits(folded);
    const finds = [
      ...findIdentity(folded, digits, subject.own),
      ...subject.others.flatMap((other) =>
        findIdentity(folded, digits, other).flatMap((find) =>
          find.kind === 'title' ? [] : [{ ...find, kind: 'other-person' as const }],
        ),
      ),
      ...findPatterns(text, folded, digits, subject),
      ...verbatimRuns(folded.text, letters).map(([start, end]) =>
        findAt('verbatim', folded, start, end - start, `原话 ${end - start} 字`),
      ),
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

function findIdentity(folded: Folded, digits: Folded, { name, phone, email, address }: Identity): Find[] {
  const finds: Find[] = [];
  const whole = fold(name).text;
  if (whole.length >= 2)
    for (const start of placesOf(folded.text, whole)) finds.push(findAt('name', folded, start, whole.length, maskName(name)));
  const surname = surnameOf(name);
  if (surname)
    for (const { index } of folded.text.matchAll(new RegExp(`${surname}(?:某|先生|女士|小姐|老师|阿姨|师傅|同志)`, 'gu')))
      finds.push(findAt('title', folded, index, surname.length + 1, `${surname}某`));
  for (const number of phoneDigits(phone))
    for (const start of placesOf(digits.text, number))
      if (!isInLongerNumber(digits, start, number.length))
        finds.push(findAt('phone', digits, start, number.length, maskPhone(number)));
  const mail = fold(email).text;
  if (mail.length >= 6)
    for (const start of placesOf(folded.text, mail)) finds.push(findAt('mail', folded, start, mail.length, maskEmail(email)));
  for (const part of addressParts(address))
    for (const start of placesOf(digits.text, part))
      finds.push(findAt('address', digits, start, part.length, maskAddress(address)));
  return finds;
}

/** Two signs for the compound surnames, else one; none for names in other scripts. */
function surnameOf(name: string): string {
  const plain = name.trim();
  if (!/^\p{Script=Han}{2,4}$/u.test(plain)) return '';
  const compound = /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|宇文)/.exec(plain);
  return compound && plain.length > 2 ? compound[0] : plain[0]!;
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

/** An address by what is particular about it: what stands behind district and street, if it has a number. */
function addressParts(address: string): string[] {
  const plain = foldDigits(fold(address)).text;
  const home = plain.replace(/^.*(?:省|市|(?<!小|社|园|校)区|县|街道|镇|乡)(?=.{4})/u, '');
  return /\d/.test(home) && home.length >= 5 ? [home] : [];
}

const MOBILE = /(?<!\d)(?:86)?(1[3-9]\d{9})(?!\d)/g;
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ID = /(?<!\d)[1-9]\d{16}[\dx](?!\d)/g;
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z](?:[a-z0-9]{6}|[a-z0-9]{5})(?![a-z0-9])/g;

/** What has the form of a telephone, a mail address, an identity number or a plate, whoever's it is. */
function findPatterns(text: string, folded: Folded, digits: Folded, { own, others, ours }: Protected): Find[] {
  const finds: Find[] = [];
  const known = new Set([own, ...others].flatMap(({ phone }) => phoneDigits(phone)));
  const house = new Set(ours.flatMap((one) => [...phoneDigits(one), one.toLowerCase()]));
  for (const { 0: run, 1: number = '', index } of digits.text.matchAll(MOBILE))
    if (!known.has(number) && !house.has(number)) finds.push(findAt('other-phone', digits, index, run.length, maskPhone(number)));
  const mails = new Set([own, ...others].map(({ email }) => email.trim().toLowerCase()));
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
  'other-person': '另一位反映人的身份',
};
