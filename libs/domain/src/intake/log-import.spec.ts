import { columnNames, faultKind } from './log-import';

describe('an import', () => {
  it('counts faults by what they are about', () => {
    expect(
      [
        '第 6 行“来电时间”是“明天”，不是日期。请改。',
        '“三月”第 17 行“来电时间”是“无”，不是日期。请改。',
        '第 9 行“主要内容”是空的。',
      ].map(faultKind),
    ).toEqual(['“来电时间”里写的不是日期。请改。', '“来电时间”里写的不是日期。请改。', '“主要内容”是空的。']);
  });

  it('hands a person’s choices to the reader, also that a column is not to be taken', () => {
    const choices = [
      { heading: '经过', field: 'text' },
      { heading: '补述', field: 'text' },
      { heading: '内容', field: null },
    ] as const;
    expect(columnNames(choices)).toEqual({ text: ['经过', '补述'], none: ['内容'] });
  });
});
