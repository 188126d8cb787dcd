import { KIND_WORDS, TOPIC_WORDS, VERDICT_WORDS, type Office } from '@hub/domain';
import type { PublicationEntity } from '@hub/persistence';

const HEADS = ['公开编号', '公开日期', '标题', '类型', '污染类型', '区域', '收到日期', '答复日期', '是否属实', '基本情况', '调查核实', '处理和整改', '网址']; // prettier-ignore
/** A cell that begins so is run as a formula by spreadsheets; full-width signs are taken for plain ones by some. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠|%]/u;

const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function tableOf(rows: readonly PublicationEntity[], office: Office): string {
  const lines = rows.map((row) => [
    row.number!,
    row.publishedOn!,
    row.title,
    KIND_WORDS[row.kind],
    row.topic ? TOPIC_WORDS[row.topic] : '',
    row.street ?? '',
    row.receivedOn,
    row.answeredOn ?? '',
    VERDICT_WORDS[row.verdict],
    row.facts,
    row.findings,
    row.measures,
    `${office.publicUrl}/published/${row.serial}`,
  ]);
  return `\ufeff${[HEADS, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
