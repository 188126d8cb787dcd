import { soleAddress, withoutAddresses } from './address';

describe('the one address of a letter', () => {
  it.each([
    ['wang.li+tag@example.com', 'wang.li+tag@example.com'],
    ['Zhang@EXAMPLE.com', 'Zhang@example.com'],
    ['li@邮箱.中国', 'li@xn--c0zu34b.xn--fiqs8s'],
  ])('%s is taken', (given, taken) => expect(soleAddress(given)).toBe(taken));

  it.each([
    '',
    'nobody',
    'a@b',
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'a@example.com\r\nBcc: b@example.com',
    'a@exam\tple.com',
    'A <a@example.com>',
    '"a b"@example.com',
    'a@[127.0.0.1]',
    'a@127.0.0.1',
    'a..b@example.com',
    'a b@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('%j is refused for ever', (given) => {
    expect(() => soleAddress(given)).toThrow(expect.objectContaining({ obstacle: 'letter' }));
  });

  it('does not stand in what is kept of a server’s words', () => {
    expect(withoutAddresses('550 5.1.1 <wang.li@example.com>: user unknown')).toBe('550 5.1.1 <〔地址〕>: user unknown');
  });
});
