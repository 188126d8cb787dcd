import fc from 'fast-check';
import { asksForNumber, glimpseOf, searchPairs, searchWords } from './words';

const has = (text: string, question: string) => {
  const pairs = searchPairs(text);
  return searchWords(question).every((word) => word.pairs.every((pair) => pairs.has(pair)));
};

describe('a text has the pairs of', () => {
  it.each([
    ['路路灯不亮', '路灯'],
    ['夜里两点风机轰鸣', '风机'],
    ['夜里两点风机轰鸣', '两点 轰鸣'],
    ['测得 PM2.5 超标', 'pm2'],
    ['𠮷祥里门口', '𠮷祥'],
  ])('%s: %s', (text, question) => expect(has(text, question)).toBe(true));

  it.each([
    ['路边，灯不亮', '边灯'],
    ['风机轰鸣', '鸣轰'],
    ['风机轰鸣', '风机 油烟'],
  ])('%s not: %s', (text, question) => expect(has(text, question)).toBe(false));
});

it('texts are taken apart from one another', () => expect([...searchPairs('风', '机')]).toEqual([]));

it('a text that has a word has its pairs, whatever stands around it', () => {
  const text = fc.string({ unit: fc.constantFrom(...'风机噪声油烟夜里A1，。 '), maxLength: 30 });
  fc.assert(
    fc.property(
      text,
      text,
      fc.string({ unit: fc.constantFrom(...'风机噪声a1'), minLength: 2, maxLength: 5 }),
      (before, after, word) => has(`${before}${word}${after}`, word),
    ),
  );
});

it('a word of two signs is exact, a longer one is to be looked for', () => {
  expect(searchWords('噪声 风机房 x')).toEqual([
    { text: '噪声', pairs: [expect.any(Number)], exact: true },
    { text: '风机房', pairs: [expect.any(Number), expect.any(Number)], exact: false },
    { text: 'x', pairs: [], exact: false },
  ]);
});

it('numbers that may be somebody’s have no pairs, house numbers and years have', () => {
  expect(has('电话13812345678', '13812')).toBe(false);
  expect(has('长寿路1288弄', '1288')).toBe(true);
  expect(searchWords('13812345678 长寿路').map(asksForNumber)).toEqual([true, false]);
});

it('shows the first of the words with a few signs before it and some after', () => {
  const text = `一二三四五六七八九十\n甲乙丙风机夜里响${'。'.repeat(50)}`;
  expect(glimpseOf(text, searchWords('夜里 风机'))).toBe(`…三四五六七八九十 甲乙丙风机夜里响${'。'.repeat(35)}…`);
  expect(glimpseOf(text, searchWords('油烟'))).toBeNull();
  expect(glimpseOf('风机响', searchWords('响 油烟'))).toBe('风机响');
});
