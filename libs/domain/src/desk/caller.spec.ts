import { areaCodeOf, phoneWays, plausiblePhone } from './caller';

describe('the number of a caller', () => {
  it.each([
    '13800001234',
    '138 0000 1234',
    '+86 138-0000-1234',
    '52564588',
    '021-52564588',
    '（0512）65221234',
    '１３８００００１２３４',
  ])('is whole: %s', (typed) => expect(plausiblePhone(typed)).toBe(true));

  it.each(['', '138', '1380000123', '138000012345', '110', '12345', '021', '02152', '王女士', '00000000'])(
    'is not whole yet, or nobody’s: %s',
    (typed) => expect(plausiblePhone(typed)).toBe(false),
  );

  it('is looked for with and without the area code of the town', () => {
    expect(phoneWays('52564588', '021')).toEqual(['52564588', '02152564588']);
    expect(phoneWays('021-5256 4588', '021')).toEqual(['02152564588', '52564588']);
    expect(phoneWays('0512-65221234', '021')).toEqual(['051265221234']);
    expect(phoneWays('86 13800001234', '021')).toEqual(['13800001234']);
    expect(phoneWays('52564588', null)).toEqual(['52564588']);
  });

  it.each([
    ['021-0000 1240', '021'],
    ['(0512) 65221234', '0512'],
    ['13800001234', null],
    ['52564588', null],
  ])('of the office %s tells its area code', (written, code) => expect(areaCodeOf(written)).toBe(code));
});
