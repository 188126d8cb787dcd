import type { RiskLevel } from '../risk/risk';
import { DIMENSION_WORDS } from '../words/revisit-words';
import type { DocumentKind } from './document';

/** What the clerk may word before a document is issued; `name` is also the variable of the template. */
export interface DocumentField {
  readonly name: string;
  readonly required?: true;
  /** More than a line. */
  readonly long?: true;
  readonly choices?: readonly string[];
  /** The text of the answer that was approved: what leaves is what was approved, and is not typed again. */
  readonly answer?: true;
}

/** Filled by the hub and never typed; a template may use any of them. */
export const SYSTEM_VARIABLES = [
  '发文机关', '文号', '收件人', '来件编号', '来件日期', '来件方式', '来件类型', '来件标题', '法定途径', '被反映地点', '承办单位',
  '经办人', '联系电话', '办公时间', '查询网址', '成文日期', '印发机关', '印发日期', '复查权利', '复查机关',
] as const; // prettier-ignore

/** 风险等级 as the sheet prints it. */
export const RISK_LEVEL_NAMES: Record<RiskLevel, string> = { low: '低', medium: '中', high: '高', major: '重大' };

const line = (name: string): DocumentField => ({ name });
const must = (name: string): DocumentField => ({ name, required: true });
const words = (name: string): DocumentField => ({ name, long: true });
const mustWords = (name: string): DocumentField => ({ name, required: true, long: true });
const answer = (name: string): DocumentField => ({ name, required: true, long: true, answer: true });
const mustChoose = (name: string, ...choices: string[]): DocumentField => ({ name, required: true, choices });

const dimension = (name: string): DocumentField => ({ name, choices: ['5 分', '4 分', '3 分', '2 分', '1 分', '不了解'] });

export const DOCUMENT_FIELDS: Record<DocumentKind, readonly DocumentField[]> = {
  'receipt-notice': [mustWords('诉求'), mustWords('办理程序'), must('办理期限'), line('抄送')],
  'non-acceptance-notice': [mustWords('诉求'), mustWords('依据'), mustWords('正确途径'), line('抄送')],
  'transfer-letter': [
    must('主送单位'), mustWords('事由摘要'), mustWords('转交理由'), must('答复期限'), must('异议期限'), line('附件'), line('抄送'),
  ],
  'whereabouts-notice': [
    mustWords('诉求'), must('去向单位'), mustWords('去向说明'), line('转交函号'), line('转交日期'), line('答复期限'), line('抄送'),
  ],
  'extension-notice': [mustWords('诉求'), mustWords('延期理由'), must('原定期限'), must('延长期限'), line('抄送')],
  'site-record': [
    must('调查时间'), must('调查地点'), must('调查人员'), line('被反映单位'), line('现场负责人'), mustWords('现场情况'),
    line('照片说明'), words('被反映单位意见'),
  ],
  opinion: [
    mustWords('诉求'), mustWords('调查情况'), mustWords('依据'), mustChoose('处理结论', '支持', '解释', '不支持'),
    answer('处理意见'), line('附件'), line('抄送'),
  ],
  'reply-letter': [mustWords('诉求'), answer('答复内容'), words('救济途径'), line('附件'), line('抄送')],
  'supervision-order': [
    must('督办对象'), mustWords('督办事由'), mustWords('督办要求'), must('反馈期限'), line('签发人'), words('办理结果'),
  ],
  'revisit-sheet': [
    must('回访时间'), must('回访方式'), must('回访人'), ...Object.values(DIMENSION_WORDS).map(dimension), mustWords('反映人原话'),
    mustChoose('回访结论', '满意', '不满意', '联系不上'), words('后续处理'),
  ],
  'risk-sheet': [
    mustWords('诉求'), mustWords('风险因素'), mustChoose('风险等级', ...Object.values(RISK_LEVEL_NAMES)), mustWords('化解措施'), must('责任单位'),
    line('责任人'), line('完成期限'),
  ],
}; // prettier-ignore

/** Every variable that a template of this kind may use. */
export const variablesOf = (kind: DocumentKind): string[] => [
  ...SYSTEM_VARIABLES,
  ...DOCUMENT_FIELDS[kind].map(({ name }) => name),
];

/** A row holds 60,000 bytes, sealed; a Chinese character takes three of them, and sealing a third more. */
export const FIELDS_MAX = 12_000;
const LINE_MAX = 200;

export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** What cannot be kept as it was typed, beside the columns that stay. What is only lacking may stay open until the issue. */
export function fieldFaults(
  kind: DocumentKind,
  typed: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, string>> = {},
): FieldFault[] {
  const fields = DOCUMENT_FIELDS[kind];
  const faults = Object.entries(typed).flatMap(([name, value]): FieldFault[] => {
    const field = fields.find((one) => one.name === name);
    if (!field) return [{ field: name, message: `没有这一栏。可以写：${fields.map((one) => one.name).join('、')}` }];
    if (field.answer)
      return [{ field: name, message: '这一栏照审核通过的答复稿印（外单位办的，照转告的答复印），要改请改答复稿' }];
    if (typeof value !== 'string') return [{ field: name, message: '请写文字' }];
    if (field.choices && value && !field.choices.includes(value))
      return [{ field: name, message: `只能是 ${field.choices.join('、')}` }];
    if (!field.long && value.length > LINE_MAX) return [{ field: name, message: `最多 ${LINE_MAX} 个字` }];
    return [];
  });
  const total = Object.values({ ...kept, ...typed }).reduce<number>(
    (sum, value) => sum + (typeof value === 'string' ? value.length : 0),
    0,
  );
  return total > FIELDS_MAX ? [...faults, { field: '', message: `各栏合计最多 ${FIELDS_MAX} 个字，现在 ${total} 个` }] : faults;
}

/** The columns that still stand empty and must not when the document is issued. */
export const emptyFields = (kind: DocumentKind, values: Readonly<Record<string, string>>): string[] =>
  DOCUMENT_FIELDS[kind].filter(({ name, required }) => required && !values[name]?.trim()).map(({ name }) => name);

/** The columns that are taken from the answer as it stands. */
export const answerFields = (kind: DocumentKind, draft: string): Record<string, string> =>
  Object.fromEntries(DOCUMENT_FIELDS[kind].filter((field) => field.answer).map(({ name }) => [name, draft]));
