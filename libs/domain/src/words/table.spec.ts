import { cut, table, width } from './table';

it('counts a Han character and a full-width sign as two places', () => {
  expect(width('abc')).toBe(3);
  expect(width('待派单')).toBe(6);
  expect(width('（a）')).toBe(5);
});

it('cuts a long text so that it still fits with its mark', () => {
  expect(cut('普陀区环保局', 7)).toBe('普陀区…');
  expect(width(cut('ab普陀区环保局', 8))).toBeLessThanOrEqual(8);
  expect(cut('刚好', 4)).toBe('刚好');
});

it('aligns columns by what is seen', () => {
  const lines = table(['类型', '主题'], [['举报', '夜里排污'], ['ab', '别的']]).trimEnd().split('\n'); // prettier-ignore
  const starts = [lines[0]!.indexOf('主题'), lines[2]!.indexOf('夜里'), lines[3]!.indexOf('别的')];
  const places = [0, 2, 3].map((at, index) => width(lines[at]!.slice(0, starts[index])));
  expect(new Set(places).size).toBe(1);
});
