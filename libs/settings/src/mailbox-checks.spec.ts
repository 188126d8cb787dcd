import { join } from 'node:path';
import { OfficeFixture } from './office-fixture';

let office: OfficeFixture;
beforeEach(() => void (office = new OfficeFixture()));
afterEach(() => office.remove());

const GOOD = {
  type: 'mailbox',
  host: 'imap.163.com',
  port: 993,
  tls: 'required',
  user: 'jz@163.com',
  password: 'code',
  folder: 'INBOX',
  from: 'now',
};

const written = (more: object) => {
  const channel = { name: 'director', source: '局长信箱', everySeconds: 60, ...GOOD, ...more };
  office.write('channels.yaml', JSON.stringify({ channels: [channel] }));
};
const faults = (more: object) => {
  written(more);
  return office.faults();
};

describe('a mailbox in the settings', () => {
  it('is verified unless the office says otherwise by name', () => {
    written({});
    expect(office.load().channels[0]).toMatchObject({ certificate: 'verified', secure: true });
    written({ certificate: 'unverified' });
    expect(office.load().channels[0]).toMatchObject({ certificate: 'unverified' });
  });

  it('may name a token’s file instead of a password', () => {
    written({ password: undefined, tokenFile: 'var/token' });
    expect(office.load().channels[0]).toMatchObject({ tokenFile: join(process.cwd(), 'var/token') });
  });

  it.each([
    ['both password and token', { tokenFile: 'var/token' }, /channels\[director\]\.tokenFile: password 和 tokenFile 只能写一个/],
    ['neither', { password: undefined }, /channels\[director\]\.password: 没有写怎样登录.*tokenFile/],
    ['POP3', { type: 'pop3' }, /channels\[director\]\.type: 收邮件要用 IMAP，系统不收 POP3/],
    ['a port of POP3', { port: 995 }, /channels\[director\]\.port: 995 是 POP3 的端口。收邮件要用 IMAP/],
    ['the old port of POP3', { port: 110 }, /channels\[director\]\.port: 110 是 POP3 的端口/],
    ['IMAP as its type', { type: 'imap' }, /channels\[director\]\.type: 邮箱的 type 请写 mailbox/],
    [
      'an authority’s file that is missing',
      { ca: '/nowhere/ca.pem' },
      /channels\[director\]\.ca: 证书文件“\/nowhere\/ca\.pem”打不开/,
    ],
    ['a file that is no certificate', { ca: 'package.json' }, /channels\[director\]\.ca: “package\.json”不是证书文件/],
    [
      'an unknown word for the certificate',
      { certificate: 'no' },
      /channels\[director\]\.certificate: “no”不是 verified、unverified 中的一个/,
    ],
  ])('with %s is told of', (_title, more, message) => {
    expect(faults(more)).toContainEqual(expect.stringMatching(message));
  });

  it('has its password repeated in no fault', () => {
    expect(faults({ password: 'hunter2', tokenFile: 'x' }).join()).not.toContain('hunter2');
  });
});
