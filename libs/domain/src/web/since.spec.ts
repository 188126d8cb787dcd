import { sinceFault, sinceWords } from './since';

const day = (year: string, month = '', date = '') => ({ year, month, day: date });

describe('a day in three fields', () => {
  it.each([
    [day(''), ''],
    [day('2026'), '2026年'],
    [day('2026', '2'), '2026年2月'],
    [day('2026', '02', '09'), '2026年2月9日'],
    [day('２０２６年', '２月', '９日'), '2026年2月9日'],
    [day('2024', '2', '29'), '2024年2月29日'],
    [day('2026', '11', '25'), '2026年11月25日'],
  ])('that is right is said in words: %j', (typed, words) => {
    expect([sinceFault(typed, '2026-11-25'), sinceWords(typed)]).toEqual([null, words]);
  });

  it.each([
    [day('', '2'), '请写年份，例如 2026'],
    [day('2026', '', '3'), '写了日，请把月也写上'],
    [day('26'), '年、月、日请用数字写，例如 2026、3、21'],
    [day('去年'), '年、月、日请用数字写，例如 2026、3、21'],
    [day('2026', '13'), '月份是 1 到 12'],
    [day('2026', '0'), '月份是 1 到 12'],
    [day('2026', '2', '29'), '没有这一天，请再核对一遍'],
    [day('1026'), '年份好像不对，请再核对一遍'],
    [day('2027'), '开始的日期不能晚于今天'],
    [day('2026', '12'), '开始的日期不能晚于今天'],
    [day('2026', '11', '26'), '开始的日期不能晚于今天'],
  ])('that is wrong is told why: %j', (typed, words) => expect(sinceFault(typed, '2026-11-25')).toBe(words));
});
