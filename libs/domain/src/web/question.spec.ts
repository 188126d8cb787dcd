import { answersQuestion, wordQuestion } from './question';

const asked = Array.from({ length: 120 }, (_, at) => wordQuestion(at));
const digit = (sign: string) => '零一二三四五六七八九'.indexOf(sign);
const inWords = (value: number) =>
  value < 10 ? '零一二三四五六七八九'[value]! : value === 10 ? '十' : `十${'零一二三四五六七八九'[value - 10]}`;

it('every question is answered by its sum or difference, in digits or in words, and by nothing else', () => {
  for (const { id, words } of asked) {
    const [, first, sign, second] = /^(.)(加|减)(.)等于几？$/.exec(words)!;
    const right = sign === '加' ? digit(first!) + digit(second!) : digit(first!) - digit(second!);
    const answers = [String(right), ` ${right}。`, inWords(right), String(right + 1), '', '不知道'];
    expect([words, answers.map((typed) => answersQuestion(id, typed))]).toEqual([words, [true, true, true, false, false, false]]);
  }
});

it('there are many of them, and full-width digits do as well', () => {
  expect(new Set(asked.map(({ words }) => words)).size).toBeGreaterThan(40);
  expect(answersQuestion(wordQuestion(1).id, '３')).toBe(true);
});
