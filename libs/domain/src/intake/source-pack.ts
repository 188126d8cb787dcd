import type { LogField } from './log';

/** An appeal as its source's own system wants it back, all in words for people. */
export interface PackedAppeal {
  readonly number: string;
  readonly outsideNumber: string;
  readonly receivedAt: string;
  readonly subject: string;
  readonly text: string;
  readonly name: string;
  readonly phone: string;
  readonly place: string;
  readonly street: string;
  readonly kind: string;
  readonly secrecy: string;
  readonly source: string;
  readonly status: string;
  readonly unit: string;
  readonly answer: string;
  readonly answeredAt: string;
}

type Told = keyof PackedAppeal;

const BY_FIELD: Partial<Record<LogField, Told>> = {
  number: 'outsideNumber',
  receivedAt: 'receivedAt',
  subject: 'subject',
  text: 'text',
  name: 'name',
  phone: 'phone',
  place: 'place',
  street: 'street',
  kind: 'kind',
  secrecy: 'secrecy',
  source: 'source',
  reply: 'answer',
};

/** What the columns hold into which an office writes its handling. */
const BY_HEADING: readonly (readonly [RegExp, Told])[] = [
  [/状态|stateInfo|replyState/i, 'status'],
  [/(?:处理|承办|回复|主办|答复|责任)(?:单位|部门)|answerOrganization/i, 'unit'],
  [/(?:办结|答复|回复|办理完成)(?:时间|日期)|replyTime/i, 'answeredAt'],
  [/(?:处理|办理)(?:结果|情况|意见)|办理跟踪信息/, 'answer'],
];

/** What the hub adds where the source's own columns have no place for it. */
export const OWN_COLUMNS: readonly (readonly [heading: string, told: Told])[] = [
  ['一线通编号', 'number'],
  ['办理状态', 'status'],
  ['承办单位', 'unit'],
  ['答复内容', 'answer'],
  ['答复时间', 'answeredAt'],
];

/** Which word of an appeal stands in each column of a source; null leaves the column empty for a person. */
export function packColumns(
  layout: readonly { readonly heading: string; readonly field: LogField | null }[],
): { readonly heading: string; readonly told: Told | null }[] {
  const own = layout.map(({ heading, field }) => ({ heading, told: toldIn(heading, field) }));
  const said = new Set(own.map(({ told }) => told));
  return [...own, ...OWN_COLUMNS.filter(([, told]) => !said.has(told)).map(([heading, told]) => ({ heading, told }))];
}

function toldIn(heading: string, field: LogField | null): Told | null {
  const byField = field && BY_FIELD[field];
  return byField ?? handlingIn(heading);
}

/** What a column holds into which an office writes its handling; null where its heading does not tell. */
export const handlingIn = (heading: string): Told | null => BY_HEADING.find(([words]) => words.test(heading))?.[1] ?? null;
