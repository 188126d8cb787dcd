import { checkSender } from './proofs';
import { Names, NoAnswer } from './names';
import { signedLetter, signingKey } from './signed-letter';

const AT = new Date().toISOString();
const FROM = 'wang@example.com';
const RSA = signingKey();
const LETTER = [
  `From: =?utf-8?B?${Buffer.from('王先生').toString('base64')}?= <${FROM}>`,
  'To: yixiantong@putuo-epb.example',
  'Subject: noise',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The fan  runs until one.\t ',
  '',
  'Every night.',
  '',
  '',
].join('\r\n');
const ARRIVED = [
  'Return-Path: <wang@example.com>',
  'Received: from out.example.com (out.example.com [198.51.100.7]) by mx.bureau.example with ESMTPS id 1',
  '',
].join('\r\n');

type Zone = Record<string, string | readonly unknown[] | Error>;
const absent = () => Object.assign(new Error(), { code: 'ENOTFOUND' });
/** A DNS of our own: TXT under plain names, other types as "A name"; counts what it is asked. */
function dnsOf(zone: Zone) {
  const asked: string[] = [];
  const resolve = async (name: string, type: string) => {
    asked.push(`${type} ${name}`);
    const there = zone[type === 'TXT' ? name : `${type} ${name}`];
    if (there === undefined) throw absent();
    if (there instanceof Error) throw there;
    return typeof there === 'string' ? [[there]] : there;
  };
  return { names: new Names({ resolve }), asked };
}
const KEY = { 's1._domainkey.example.com': RSA.record };
const REJECT = { '_dmarc.example.com': 'v=DMARC1; p=reject' };
const silence = Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' });

const check = (
  letter: string,
  zone: Zone,
  about: { from?: string; at?: string; receivedBy?: string[]; complete?: boolean } = {},
) =>
  checkSender(
    { bytes: Buffer.from(letter, 'latin1'), complete: about.complete ?? true },
    { from: about.from ?? FROM, at: about.at ?? AT },
    about.receivedBy ?? ['mx.bureau.example'],
    dnsOf(zone).names,
  );
const signed = (letter = LETTER, about: Partial<Parameters<typeof signedLetter>[2]> = {}) =>
  signedLetter(letter, RSA, { domain: 'example.com', ...about });

describe('a letter signed by the domain of its sender', () => {
  it.each(['relaxed/relaxed', 'simple/simple', 'relaxed/simple', 'simple/relaxed'])(
    'proves him (%s)',
    async (canonicalization) => {
      expect(await check(await signed(LETTER, { canonicalization }), KEY)).toBe('verified');
    },
  );

  it('proves him by Ed25519', async () => {
    const key = signingKey('ed25519');
    const letter = await signedLetter(LETTER, key, { domain: 'example.com' });
    expect(await check(letter, { 's1._domainkey.example.com': key.record })).toBe('verified');
  });

  it('proves him from a file whose lines end with LF alone', async () => {
    expect(await check((await signed()).replaceAll('\r\n', '\n'), KEY)).toBe('verified');
  });

  it('proves him after others put headers above and below it', async () => {
    const letter = `${ARRIVED}Authentication-Results: mx; none\r\n${await signed()}`;
    expect(await check(letter.replace('\r\n\r\n', '\r\nX-Spam: no\r\n\r\n'), KEY)).toBe('verified');
  });

  it('proves him under another name of the same owner, unless his domain is strict', async () => {
    const letter = await signed(LETTER, { domain: 'send.example.com' });
    const key = { 's1._domainkey.send.example.com': RSA.record };
    expect(await check(letter, key)).toBe('verified');
    expect(await check(letter, { ...key, '_dmarc.example.com': 'v=DMARC1; p=reject; adkim=s' })).toBe('unverified');
    expect(await check(letter, { ...key, '_dmarc.example.com': silence })).toBeNull();
  });

  it.each([
    ['its words were changed', (letter: string) => letter.replace('until one', 'until two')],
    ['its sender was changed', (letter: string) => letter.replace('<wang@', '<zhang@'), 'zhang@example.com'],
    ['a second From was put above it', (letter: string) => `From: <wang@example.com>\r\n${letter}`],
    ['we read another sender than was signed', (letter: string) => letter, 'zhang@example.com'],
  ])('proves nothing where %s', async (_, change, from = FROM) => {
    expect(await check(change(await signed()), KEY, { from })).toBe('unverified');
  });

  it.each([
    ['another domain', { domain: 'spam.example' }, { 's1._domainkey.spam.example': RSA.record }, FROM],
    [
      'a neighbour below one public suffix',
      { domain: 'evil.com.cn' },
      { 's1._domainkey.evil.com.cn': RSA.record },
      'wang@good.com.cn',
    ],
    ['From left out', { headers: 'Subject:To' }, KEY, FROM],
    ['only the first bytes signed', { length: 5 }, KEY, FROM],
  ])('proves nothing with %s', async (_, about, zone, from) => {
    const letter = await signed(LETTER.replace(FROM, from), about);
    expect(await check(letter, zone, { from })).toBe('unverified');
  });

  it.each([
    ['is not there', {}],
    ['is another one', { 's1._domainkey.example.com': signingKey().record }],
    ['was withdrawn', { 's1._domainkey.example.com': 'v=DKIM1; k=rsa; p=' }],
    ['is being tried out', { 's1._domainkey.example.com': `${RSA.record}; t=y` }],
    ['is no key', { 's1._domainkey.example.com': 'v=DKIM1; p=%%%' }],
  ])('proves nothing where the key %s', async (_, zone) => {
    expect(await check(await signed(), zone)).toBe('unverified');
  });

  it('proves nothing by a key that anybody can break', async () => {
    const weak = signingKey('rsa', 512);
    const letter = await signedLetter(LETTER, weak, { domain: 'example.com' });
    expect(await check(letter, { 's1._domainkey.example.com': weak.record })).toBe('unverified');
  });

  it('proves nothing where its body stayed elsewhere, and is not held against him', async () => {
    expect(await check(`${ARRIVED}${await signed()}`, { ...KEY, ...REJECT }, { complete: false })).toBe('unverified');
  });

  it('is not judged while DNS gives no answer', async () => {
    expect(await check(await signed(), { 's1._domainkey.example.com': silence })).toBeNull();
  });
});

describe('a letter whose path is known', () => {
  const spf = (record: string) => ({ 'example.com': record, ...REJECT });
  const arrived = `${ARRIVED}${LETTER}`;

  it('proves its sender where his domain lets that address send', async () => {
    expect(await check(arrived, spf('v=spf1 ip4:198.51.100.0/24 -all'))).toBe('verified');
    expect(await check(arrived, { ...spf('v=spf1 a:out.example.com -all'), 'A out.example.com': ['198.51.100.7'] })).toBe(
      'verified',
    );
  });

  it('is forged where his domain says so and asks for refusal', async () => {
    expect(await check(arrived, spf('v=spf1 ip4:192.0.2.1 -all'))).toBe('failed');
    expect(await check(arrived, { ...spf('v=spf1 -all'), '_dmarc.example.com': 'v=DMARC1; p=none' })).toBe('unverified');
    expect(await check(arrived, { ...spf('v=spf1 -all'), '_dmarc.example.com': 'v=DMARC1; p=reject; pct=0' })).toBe('unverified');
    expect(await check(arrived, { 'example.com': 'v=spf1 -all' })).toBe('unverified');
  });

  it('is judged by what the owner asks for his other names', async () => {
    const letter = arrived.replaceAll('wang@example.com', 'wang@shop.example.com');
    const policy = { '_dmarc.example.com': 'v=DMARC1; p=none; sp=quarantine' };
    expect(await check(letter, { 'shop.example.com': 'v=spf1 -all', ...policy }, { from: 'wang@shop.example.com' })).toBe(
      'failed',
    );
  });

  it('is forged where another domain lets the address send', async () => {
    const letter = arrived.replace('Return-Path: <wang@example.com>', 'Return-Path: <x@evil.example>');
    expect(await check(letter, { 'evil.example': 'v=spf1 +all', ...spf('v=spf1 -all') })).toBe('failed');
  });

  it('is not forged for having been forwarded', async () => {
    const hop = 'Received: from out.example.com ([192.0.2.1]) by relay.other.example with ESMTP\r\n';
    const forwarded = `${ARRIVED}${hop}${LETTER}`;
    expect(await check(forwarded, spf('v=spf1 ip4:192.0.2.1 -all'))).toBe('unverified');
    expect(await check(`${ARRIVED}${hop}${await signed()}`, { ...spf('v=spf1 -all'), ...KEY })).toBe('verified');
    const altered = (await signed()).replace('Every night', 'Every day');
    expect(await check(`${ARRIVED}${hop}${altered}`, { ...spf('v=spf1 -all'), ...KEY })).toBe('failed');
  });

  it('is not forged while one question is open', async () => {
    const including = spf('v=spf1 include:slow.example -all');
    expect(await check(arrived, { ...including, 'slow.example': silence })).toBeNull();
    expect(await check(arrived, { ...including, 'slow.example': Object.assign(new Error(), { code: 'ESERVFAIL' }) })).toBeNull();
    expect(await check(arrived, { ...spf('v=spf1 -all'), '_dmarc.example.com': new NoAnswer() })).toBeNull();
  });

  it('says nothing where no server of ours is named', async () => {
    expect(await check(arrived, spf('v=spf1 -all'), { receivedBy: [] })).toBe('unverified');
  });
});

describe('a letter made to cost us dear', () => {
  const counted = async (letter: string, zone: Zone) => {
    const { names, asked } = dnsOf(zone);
    const input = { bytes: Buffer.from(letter, 'latin1'), complete: true };
    return { check: await checkSender(input, { from: FROM, at: AT }, ['mx.bureau.example'], names), asked };
  };

  it('with a thousand signatures has five of them checked', async () => {
    const [signature = ''] = (await signed()).split('From:');
    const many = Array.from({ length: 400 }, (_, at) => signature.replace('s=s1', `s=x${at}`)).join('');
    const { check: verdict, asked } = await counted(`${many}${LETTER}`, KEY);
    expect(asked.filter((one) => one.includes('_domainkey')).length).toBeLessThanOrEqual(5);
    expect(verdict).toBe('unverified');
  });

  it('with a header beyond all measure is not looked at', async () => {
    const { check: verdict, asked } = await counted(`X-Long: ${'; '.repeat(40_000)}\r\n${await signed()}`, KEY);
    expect([verdict, asked]).toEqual(['unverified', []]);
  });

  it('whose domain includes itself for ever ends after ten questions', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`s${at}.example`, `v=spf1 include:s${at + 1}.example include:t${at}.example -all`]),
    );
    const { check: verdict, asked } = await counted(`${ARRIVED}${LETTER}`, {
      ...chain,
      'example.com': 'v=spf1 include:s0.example -all',
    });
    expect(asked.length).toBeLessThanOrEqual(14);
    expect(verdict).toBe('unverified');
  });

  it('whose domain names a hundred hosts asks for forty names at most', async () => {
    const hosts = (mx: number) => Array.from({ length: 60 }, (_, at) => ({ exchange: `h${at}.m${mx}.example`, priority: 1 }));
    const zone: Zone = {
      'example.com': `v=spf1 ${Array.from({ length: 9 }, (_, at) => `mx:m${at}.example`).join(' ')} -all`,
      ...REJECT,
    };
    for (let at = 0; at < 9; at++) {
      zone[`MX m${at}.example`] = hosts(at);
      for (let host = 0; host < 60; host++) zone[`A h${host}.m${at}.example`] = ['192.0.2.1'];
    }
    const { check: verdict, asked } = await counted(`${ARRIVED}${LETTER}`, zone);
    expect(asked.length).toBeLessThanOrEqual(40);
    expect(verdict).toBe('unverified');
  });

  it('whose key is larger than any key is not verified by it', async () => {
    const { check: verdict } = await counted(await signed(), { 's1._domainkey.example.com': `v=DKIM1; p=${'A'.repeat(60_000)}` });
    expect(verdict).toBe('unverified');
  });
});
