import { DAY_SPAN_WORDS, KIND_WORDS, SMALL, type DaySpan, type Kind, type PublishedTable, type Rate } from '@hub/domain';
import { topicWords, type Statistics } from './StatisticsPage';

type Line = readonly (string | number)[];

/** A cell that a spreadsheet cannot take for a formula. */
const cell = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : value.replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const table = (group: string, table: PublishedTable, words: (value: string) => string): Line[] => [
  ...(table?.rows ?? []).map(({ value, count }): Line => [group, words(value), count, '']),
  ...(table?.rest ? [[group, '其他', table.rest, '']] : []),
];

const rate = (name: string, { of, among }: Rate): Line[] => (among < SMALL ? [] : [['按时办理', name, of, among]]);

/** What the page shows, one figure to a line; with a byte order mark, so that office programs read it as UTF-8. */
export function statisticsCsv({ period, figures, year }: Statistics): string {
  const { rates, tables } = figures;
  const opinions: Line[] = rates.rated.of < SMALL ? [] : [
    ['满意情况', '收到评价', rates.rated.of, rates.rated.among],
    ['满意情况', '满意和基本满意', rates.satisfied.of, rates.satisfied.among],
  ]; // prettier-ignore
  const lines: Line[] = [
    ['项目', '名称', '件数', '占的总数'],
    ['时段', period.words, figures.received ?? '', ''],
    ...rate('按时联系', rates.contact),
    ...rate('按时到现场', rates.site),
    ...rate('按时答复', rates.reply),
    ...table('按类型', tables.kind, (value) => KIND_WORDS[value as Kind]),
    ...table('按方面', tables.topic, topicWords),
    ...table('按街道（镇）', tables.street, (value) => value),
    ...table('按渠道', tables.source, (value) => value),
    ...(figures.days ? [['办理天数', '答复天数中位数', figures.medianDays ?? '', '']] : []),
    ...table('办理天数', figures.days, (value) => DAY_SPAN_WORDS[value as DaySpan]),
    ...opinions,
    ...Object.entries(year.months).flatMap(([month, { received }]): Line[] => (received ? [['逐月', month, received, '']] : [])),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
