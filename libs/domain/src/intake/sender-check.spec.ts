import { senderCheck } from './sender-check';

const FROM = 'wang@mail.example.com';
const OURS = 'mx.bureau.example';

describe('what our mail server found out about a sender', () => {
  it.each([
    [
      'verified',
      `${OURS}; dkim=pass header.d=example.com; spf=pass smtp.mailfrom=x@example.com; dmarc=pass header.from=mail.example.com`,
    ],
    ['failed', `${OURS}; dkim=pass header.d=spam.example; dmarc=fail (p=none) header.from=mail.example.com`],
    ['verified', `${OURS} 1; dkim=pass (good; really) header.i=@example.com`],
    ['verified', `${OURS}; spf=pass smtp.mailfrom=wang@mail.example.com`],
    ['verified', `MX.Bureau.Example; dkim=fail header.d=example.com; dkim=pass header.d=mail.example.com`],
    ['unverified', `${OURS}; dkim=pass header.d=spam.example; spf=pass smtp.mailfrom=a@spam.example`],
    ['unverified', `${OURS}; dkim=pass header.d=com`],
    ['unverified', `${OURS}; dkim=pass header.d=notexample.com`],
    ['unverified', `${OURS}; none`],
    ['unverified', `${OURS}; dmarc=pass header.from=other.example`],
    ['unverified', `other.example; dmarc=pass header.from=mail.example.com`],
    ['unverified', ''],
  ])('is %s by “%s”', (check, result) => {
    expect(senderCheck([result], FROM, OURS)).toBe(check);
  });

  it('counts for nothing below the topmost header, without a server of ours, or for nobody', () => {
    const good = `${OURS}; dmarc=pass header.from=mail.example.com`;
    expect(senderCheck([good], FROM, OURS)).toBe('verified');
    expect(senderCheck([`relay.example; dmarc=none`, good], FROM, OURS)).toBe('unverified');
    expect([senderCheck([good], FROM, null), senderCheck([], FROM, OURS), senderCheck([good], '', OURS)]).toEqual([
      'unverified',
      'unverified',
      'unverified',
    ]);
  });
});
