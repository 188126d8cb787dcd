import { Unreadable } from '@hub/domain';
import fc from 'fast-check';
import { readMail } from './read-mail';

const HEAD = 'From: li@example.com\r\nTo: jz@example.gov.cn\r\nSubject: 油烟\r\n';
const SOON = 2_000;

/** Reads within two seconds; null where it is refused with a reason. Any other error is the test's. */
function soon(letter: string | Buffer) {
  const start = performance.now();
  try {
    return readMail(Buffer.from(letter as string));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  } finally {
    expect(performance.now() - start).toBeLessThan(SOON);
  }
}

const UNITS = [' ', '>', '<', 'Re: ', '"', '(', ')', 'a@', ',', ';', ':', '\\', '=?utf-8?B?', '=?a?Q?_?= ', '=', 'a*0=b;', '%', '\t', '油', '自动', 'a@example.com, ', 'g:a@b.cc;', '[', '\u001b$B', 'a b(c "d" <e@f> ']; // prettier-ignore

describe('a header of a megabyte', () => {
  const names = ['Subject', 'From', 'To', 'Reply-To', 'Date', 'Message-ID', 'References', 'Content-Type', 'Content-Disposition', 'Content-Transfer-Encoding', 'Auto-Submitted', 'Received']; // prettier-ignore
  it.each(names)('%s, made of one sign over and over, is read in time', (name) => {
    for (const unit of UNITS) {
      const value = unit.repeat(Math.ceil((1 << 20) / unit.length));
      expect(soon(`To: jz@example.gov.cn\r\n${name}: x${value}y\r\nX-End: 1\r\n\r\ntext`)).not.toBeNull();
    }
  });
});

describe('a body of two megabytes', () => {
  const units = ['>', ' ', '\n', '\n> ', ' \n', '<', '&', '&#x', 'begin 644 a\n', 'begin 644 a\nend\n', '\n--', '\n--b', '=', '=\n', '1', '长寿路', '<div>', '<a b="', '<!--', '<script>', '<blockquote>', '\nFrom ', '\nX-A: b', '-----BEGIN PGP ']; // prettier-ignore
  const types = ['text/plain', 'text/html', 'text/plain; format=flowed', 'multipart/mixed; boundary=b', 'multipart/mixed', 'text/calendar']; // prettier-ignore
  it.each(types)('as %s, made of one sign over and over, is read in time', (type) => {
    for (const unit of units) {
      const body = unit.repeat(Math.ceil((2 << 20) / Buffer.byteLength(unit)));
      expect(soon(`${HEAD}Content-Type: ${type}\r\n\r\n--b\r\n\r\n${body}`)?.subject).toBe('油烟');
    }
  });
});

describe('a letter of very many', () => {
  it.each([
    ['header lines', Array.from({ length: 100_000 }, (_one, at) => `X-${at}: v`).join('\r\n')],
    ['bytes in one header line', `X-A: ${'a'.repeat(5 << 20)}`],
    ['members of a group', `Cc: g:${'a@example.com,'.repeat(100_000)};`],
    ['groups in groups', `Cc: ${'g:'.repeat(100_000)}a@example.com${';'.repeat(100_000)}`],
  ])('%s keeps its subject and its words', (_name, header) => {
    expect(soon(`${HEAD}${header}\r\n\r\ntext`)).toMatchObject({ subject: '油烟', text: 'text' });
  });

  it('parts in parts, ten thousand deep, keeps its subject', () => {
    const levels = Array.from(
      { length: 10_000 },
      (_one, at) => `Content-Type: multipart/alternative; boundary=b${at}\r\n\r\n--b${at}\r\n`,
    );
    expect(soon(`${HEAD}${levels.join('')}\r\nx`)?.subject).toBe('油烟');
  });

  it('files gives a thousand of them and says so', () => {
    const reading = soon(`${HEAD}\r\n${'begin 644 a\n#86)C\n`\nend\n'.repeat(5_000)}`);
    expect(reading?.attachments).toHaveLength(1_000);
    expect(reading?.remarks).toContain('邮件的附件太多，只取了前面的一千个，其余请看原件。');
  });
});

describe('a sender or a date that is none', () => {
  it.each([
    ['a group without members', 'From: undisclosed-recipients:;'],
    ['a group', 'From: 组: a@example.com, b@example.com;'],
    ['a group of one', 'From: 组: a@example.com;'],
    ['a group in a group', 'From: a: b: c@example.com;;'],
    ['two senders in two headers', 'From: a@example.com\r\nFrom: b@example.com'],
    ['nothing', 'X-A: b'],
  ])('%s gets no acknowledgement and stops nothing', (_name, header) => {
    expect(soon(`${header}\r\nSubject: 油烟\r\n\r\n正文`)).toMatchObject({ subject: '油烟', text: '正文', replyTo: '' });
  });

  it.each([
    'Fri, 99 Foo',
    'Thu, 1 Jan 1970 00:00:00 +0000',
    'Fri, 31 Dec 9999 23:59:59 +0000',
    '',
    '32 Nov 2026',
    '2026'.repeat(9_000),
  ])('the date “%.40s” leaves the clock to the door', (date) => {
    expect(soon(`${HEAD}Date: ${date}\r\n\r\n正文`)).toMatchObject({ writtenAt: null, text: '正文' });
  });

  it('headers that steer other systems change nothing', () => {
    const plain = soon(`${HEAD}\r\n正文`);
    const steering = ['X-Hub-Unit: a', 'RT-Send-Bcc: x@example.com', 'X-RT-Command: close', 'X-Zammad-Ticket-Priority: 3', 'Importance: high', 'X-Priority: 1', 'X-MSMail-Priority: High', '__proto__: polluted', 'constructor: polluted', 'prototype: polluted', 'toString: x']; // prettier-ignore
    expect(soon(`${HEAD}${steering.join('\r\n')}\r\n\r\n正文`)).toEqual(plain);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const SEEDS = [
  `${HEAD}Date: Tue, 24 Nov 2026 09:00:00 +0800\r\nMessage-ID: <1@example.com>\r\nContent-Type: text/plain; charset=gb2312; format=flowed\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('夜里排油烟').toString('base64')}\r\n`,
  `${HEAD}Content-Type: multipart/mixed; boundary="=_b"\r\n\r\n--=_b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\na=E6=B2=B9\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>a<blockquote>b\r\n--c--\r\n--=_b\r\nContent-Type: image/png; name*0*=utf-8''%E7%8E; name*1*=%B0.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--=_b\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@example.com\r\n\r\nx\r\n--=_b--\r\n`,
  `${HEAD}Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;X="a":b\r\n c\r\nDTSTART;TZID=Asia/Shanghai:20261130T140000\r\nEND:VEVENT\r\n`,
  `From: =?gb2312?B?wO7Fog==?= <li@example.com>\r\nSubject: =?utf-8?Q?=E6=B2?= =?utf-8?B?uQ==?=\r\n\r\nbegin 644 a.txt\n#86)C\n\`\nend\n`,
].map((seed) => Buffer.from(seed));

it('a letter whose bytes were changed, cut and doubled anywhere is read or refused, within its bounds', () => {
  const change = fc.record({
    kind: fc.constantFrom('set', 'cut', 'insert', 'double'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(80),
    bytes: fc.uint8Array({ maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...SEEDS), fc.array(change, { minLength: 1, maxLength: 12 }), (seed, changes) => {
      let letter: Buffer = seed;
      for (const { kind, at, length, bytes } of changes) {
        const place = Math.floor(at * letter.length);
        const [before, middle, after] = [
          letter.subarray(0, place),
          letter.subarray(place, place + length),
          letter.subarray(place + length),
        ];
        const instead = {
          set: Buffer.from(bytes),
          cut: Buffer.alloc(0),
          insert: Buffer.concat([bytes, middle]),
          double: Buffer.concat([middle, middle]),
        };
        letter = Buffer.concat([before, instead[kind], after]);
      }
      const reading = soon(letter);
      if (!reading) return;
      expect(reading.text.length + reading.subject.length).toBeLessThan(20_000);
      // Nothing that a database refuses.
      expect(reading.text + reading.subject + reading.attachments.map(({ name }) => name).join()).not.toMatch(
        /\0|\p{Surrogate}/u,
      );
      expect(reading.attachments.every(({ name }) => name !== '' && !/[/\\]/.test(name))).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});
