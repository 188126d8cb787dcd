import type { ColumnNames, LogField } from '@hub/domain';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchHeadings } from './headings';

const match = (headings: readonly string[], own?: ColumnNames) => {
  const columns = matchHeadings(new Map(headings.map((text, at) => [at, { text }])), own);
  return Object.fromEntries([...columns.of].map(([field, at]) => [field, at.map((column) => headings[column])])) as Partial<
    Record<LogField, string[]>
  >;
};

describe('the headings of a log', () => {
  it('are understood whatever their width, spaces, brackets and punctuation', () => {
    expect(match(['  工 单 编 号 ', '来电时间（必填）', '【主要内容】', '电话/账号：', '街道（镇）'])).toEqual({
      number: ['  工 单 编 号 '],
      receivedAt: ['来电时间（必填）'],
      text: ['【主要内容】'],
      phone: ['电话/账号：'],
      street: ['街道（镇）'],
    });
  });

  it('are asked in the order of the table: an order number before a running number', () => {
    expect(match(['序号', '工单编号', '内容']).number).toEqual(['工单编号', '序号']);
  });

  it("follow the office's own words first, and take the column from its usual field", () => {
    expect(match(['内容', '答复意见', '处理意见'], { text: ['答复意见'] })).toEqual({ text: ['答复意见'], reply: ['处理意见'] });
  });

  it('fall back on the usual words where the own ones are not in this file', () => {
    expect(match(['主要内容'], { text: ['市民的话'] }).text).toEqual(['主要内容']);
  });

  it('take the member of staff who registered for nobody’s caller', () => {
    expect(match(['登记人姓名', '内容']).name).toBeUndefined();
  });

  const file = join(process.env['YXT_REAL_DATA'] ?? '../shared/data', 'zh/hotline_headings.json');
  const real = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { sets: { id: string; headings: string[] }[] }).sets
    : [];
  (real.length > 0 ? it : it.skip)('of nine real exports all name the text (YXT_REAL_DATA)', () => {
    expect(real.filter(({ headings }) => !match(headings).text).map(({ id }) => id)).toEqual([]);
    expect(real).toHaveLength(9);
  });
  (real.length > 0 ? it : it.skip)('of a district’s 12345 export name who, when and where too (YXT_REAL_DATA)', () => {
    expect(match(real[0]!.headings)).toMatchObject({
      number: ['工单编号'],
      subject: ['工单标题'],
      text: ['诉求内容'],
      receivedAt: ['区交办时间', '市交办时间'],
      name: ['求助人员'],
      phone: ['求助号码'],
      place: ['诉求详细地址', '事件发生地'],
      kind: ['诉求类型'],
    });
  });
});
