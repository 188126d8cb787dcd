import { heldRows } from './held-rows';

const rows = (numbers: string) => [...numbers].map((number) => ({ number }));
const shown = (before: string, fresh: string) => {
  const { rows: held, waiting } = heldRows([...before], rows(fresh));
  return `${held.map(({ number }) => number).join('')} +${waiting}`;
};

describe('a refreshed list', () => {
  it.each([
    ['is shown whole the first time', '', 'abc', 'abc +0'],
    ['keeps back what is new above', 'abc', 'xabc', 'abc +1'],
    ['keeps back what is new in between', 'abc', 'axbyc', 'abc +2'],
    ['adds what comes behind', 'abc', 'abcde', 'abcde +0'],
    ['lets go what no longer belongs', 'abc', 'ac', 'ac +0'],
    ['keeps the places of what has moved', 'abc', 'cab', 'abc +0'],
    ['does all of it at once', 'abc', 'xcayz', 'acyz +1'],
    ['is shown whole where nothing is left of it', 'abc', 'xyz', 'xyz +0'],
  ])('%s', (_, before, fresh, right) => expect(shown(before, fresh)).toBe(right));

  it('says of a row what it says now', () => {
    const { rows: held } = heldRows(['a'], [{ number: 'a', status: '办理中' }]);
    expect(held).toEqual([{ number: 'a', status: '办理中' }]);
  });
});
