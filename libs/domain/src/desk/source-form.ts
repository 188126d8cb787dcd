import { Fault } from '../errors';
import { isDay, type Day } from '../deadline/day';

/** `past` is a day that has been; `answer` the day by which whoever sent it wants his answer. */
export type FieldKind = 'line' | 'past' | 'answer' | 'whole';

/** What only appeals from some source have. None of it says who the citizen is: that stands in the vault. */
export interface SourceField {
  readonly key: string;
  readonly word: string;
  readonly kind: FieldKind;
  readonly required?: true;
  /** Signs of a line, or the greatest number. */
  readonly max?: number;
}

export interface SourceForm {
  readonly fields: readonly SourceField[];
  /** It lay somewhere before it was entered, so the day it reached the bureau is asked: all clocks run from there. */
  readonly waited?: true;
  /** Several may come, and speak through a few. */
  readonly representatives?: true;
  /** What the name is called here. */
  readonly nameWord?: string;
}

const line = (key: string, word: string, required?: true): SourceField => ({
  key,
  word,
  kind: 'line',
  max: 80,
  ...(required && { required }),
});
const past = (key: string, word: string, required?: true): SourceField => ({
  key,
  word,
  kind: 'past',
  ...(required && { required }),
});
const ANSWER_BY: SourceField = { key: 'answerBy', word: '要求答复日期', kind: 'answer' };

/** By the source's name; a source that the office has added asks for nothing of its own. */
const FORMS: Readonly<Record<string, SourceForm>> = {
  来信: { waited: true, fields: [past('postmarkedOn', '邮戳日期'), past('writtenOn', '落款日期')] },
  传真: { waited: true, fields: [past('sentOn', '传真上的日期'), { key: 'pages', word: '页数', kind: 'whole', max: 999 }] },
  来访: { representatives: true, fields: [{ key: 'visitors', word: '来访人数', kind: 'whole', max: 9999 }] },
  社区联系: { waited: true, fields: [line('community', '居委会或小区', true), past('metOn', '联系日期')] },
  上级交办: {
    waited: true,
    fields: [line('issuer', '交办机关', true), line('documentNumber', '交办文号', true), past('issuedOn', '交办日期'), ANSWER_BY],
  },
  人大代表: { waited: true, nameWord: '代表姓名', fields: [line('proposalNumber', '建议编号'), ANSWER_BY] },
  政协委员: { waited: true, nameWord: '委员姓名', fields: [line('proposalNumber', '提案编号'), ANSWER_BY] },
  媒体: {
    waited: true,
    nameWord: '记者或联系人',
    fields: [line('outlet', '媒体名称', true), past('publishedOn', '刊播日期', true), line('headline', '报道标题')],
  },
  评议代表: { waited: true, nameWord: '代表姓名', fields: [] },
  意见箱: { waited: true, fields: [] },
  举报箱: { waited: true, fields: [] },
  征求意见表: { waited: true, fields: [] },
};
const PLAIN: SourceForm = { fields: [] };

export const sourceForm = (source: string): SourceForm => (Object.hasOwn(FORMS, source) ? FORMS[source]! : PLAIN);

export type SourceDetails = Readonly<Record<string, string>>;

/** What was filled in, as it is kept; refuses what the source does not ask for, what is missing, and days that cannot be. */
export function checkedDetails(source: string, given: SourceDetails, receivedOn: Day): SourceDetails {
  const { fields } = sourceForm(source);
  const strange = Object.keys(given).find((key) => !fields.some((field) => field.key === key));
  if (strange !== undefined)
    throw invalid(
      `${source}没有“${strange}”这一项。`,
      `可填：${fields.map(({ key, word }) => `${key}（${word}）`).join('、') || '没有'}。`,
    );
  const filled = fields.flatMap((field) => {
    const value = (given[field.key] ?? '').trim();
    if (!value && field.required) throw invalid(`还没有填${field.word}。`, `${source}要写明${field.word}。`);
    if (value) checkValue(field, value, receivedOn);
    return value ? [[field.key, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

function checkValue({ word, kind, max = 0 }: SourceField, value: string, receivedOn: Day): void {
  if (kind === 'line' && [...value].length > max) throw invalid(`${word}太长。`, `最多 ${max} 个字。`);
  if (kind === 'whole' && !(/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= max))
    throw invalid(`${word}不对。`, `请写 1 到 ${max} 的整数。`);
  if (kind !== 'past' && kind !== 'answer') return;
  if (!isDay(value)) throw invalid(`${word}不是一个日期。`, '请写成 2026-11-24 这样的日期。');
  if (kind === 'past' && value > receivedOn) throw invalid(`${word}晚于收到的日期。`, '请核对这两个日期。');
  if (kind === 'answer' && value < receivedOn) throw invalid(`${word}早于收到的日期。`, '请核对这两个日期。');
}

const invalid = (message: string, hint: string): Fault => new Fault('invalid', 'details', message, hint);

/** The filled fields in the words of their form, in its order. */
export const detailWords = (source: string, details: SourceDetails): { word: string; value: string; kind: FieldKind }[] =>
  sourceForm(source).fields.flatMap(({ key, word, kind }) => (details[key] ? [{ word, kind, value: details[key] }] : []));

/** Whoever has the right to ask for an answer by a day gets it by then: the earlier of his day and the promised one. */
export const answerDay = (promised: Day, { answerBy }: SourceDetails): Day =>
  answerBy !== undefined && answerBy < promised ? answerBy : promised;
