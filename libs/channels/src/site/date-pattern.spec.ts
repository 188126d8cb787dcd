import { shownAt } from './date-pattern';

describe('a moment that a page shows', () => {
  it.each([
    ['发表：2011年3月15日 09:20　浏览 33', 'yyyy年M月d日 HH:mm', '2011-03-15T01:20:00.000Z'],
    ['3/15/2011 9:20', 'M/d/yyyy H:mm', '2011-03-15T01:20:00.000Z'],
    ['[15.03.2011]', 'dd.MM.yyyy', '2011-03-14T16:00:00.000Z'],
    ['2011-03-15 09:20:31', undefined, '2011-03-15T01:20:31.000Z'],
  ])('%s is read by %s', (text, pattern, at) => {
    expect(shownAt(text, pattern)).toBe(at);
  });

  it.each([
    ['15/13/2011 9:20', 'd/M/yyyy H:mm'],
    ['三天前', 'yyyy年M月d日'],
    ['三天前', undefined],
  ])('%s is not guessed at', (text, pattern) => {
    expect(shownAt(text, pattern)).toBeNull();
  });
});
