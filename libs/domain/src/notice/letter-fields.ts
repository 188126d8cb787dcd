import { LETTER_FIELDS, type LetterField, type LetterKind, type LetterName } from './letter';

/** What each field puts into a letter, for whoever words the templates. */
export const LETTER_FIELD_WORDS: Readonly<Record<LetterField, string>> = {
  number: '来件编号',
  kind: '类型：咨询、投诉、举报、建言或评论',
  received: '收到日期',
  contactLine: '联系的期限，或不需要的理由',
  siteLine: '现场的期限，或不需要的理由',
  replyBy: '答复的期限',
  trackUrl: '查询页的地址',
  queryCode: '查询码',
  bureau: '局名',
  phone: '电话',
  hours: '接听时间',
  today: '写信日期',
  department: '外单位名称',
  letterNumber: '转送函编号',
  answerBy: '请对方在哪天以前回答',
  reason: '原因',
  summary: '内容摘要',
  place: '地点',
  text: '承办人写的正文',
  ground: '不予受理的理由',
  rightPath: '可以走的途径',
  greeting: '称呼',
  linkLine: '办理链接和说明',
  codeLine: '第一封信里写查询码，以后写在哪里找',
  identityLine: '来件人身份告知与否',
  objectLine: '异议的期限和办法',
  dueLine: '答复期限还有几天或超过几天',
  nextLine: '接下来由谁办',
  sizeLine: '邮件太大没有收全的说明，平时是空的',
  rateLine: '评价的链接和期限',
};

/** Who may not be told of the letter must not learn from it whom it is from or what about. */
const DISCREET: readonly LetterField[] = ['number', 'trackUrl', 'codeLine', 'sizeLine', 'today'];

/** What every other letter about an appeal knows. */
const COMMON: readonly LetterField[] = [
  'number', 'kind', 'received', 'contactLine', 'siteLine', 'replyBy', 'trackUrl', 'bureau', 'phone', 'hours', 'today', 'place',
  'greeting',
]; // prettier-ignore

const TRANSFER = ['department', 'letterNumber', 'reason', 'answerBy'] as const;
const OWN: Readonly<Record<LetterKind, readonly LetterField[]>> = {
  acknowledgement: ['queryCode', 'sizeLine'],
  whereabouts: [...TRANSFER, 'identityLine'],
  reply: ['text', 'rateLine'],
  question: ['text', 'answerBy'],
  transfer: [...TRANSFER, 'summary', 'linkLine', 'objectLine', 'identityLine'],
  'non-acceptance': ['ground', 'rightPath'],
  extension: ['reason'],
  'transfer-reminder': [...TRANSFER, 'dueLine', 'linkLine'],
  'track-link': ['codeLine'],
  'transfer-returned': [...TRANSFER, 'nextLine'],
};

/** The fields that this letter fills; any other would leave a gap in it. */
export const fieldsOf = (name: LetterName): LetterField[] =>
  LETTER_FIELDS.filter((field) =>
    name === 'discreet' ? DISCREET.includes(field) : COMMON.includes(field) || OWN[name].includes(field),
  );
