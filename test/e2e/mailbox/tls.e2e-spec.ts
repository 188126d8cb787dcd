import { failureOf, ImapChannel, type ImapOptions } from '@hub/channels';
import { lastValueFrom, toArray } from 'rxjs';
import { Authority, type Certificate, opensslMissing } from '../../support/certificates';
import { type Dovecot, dovecotMissing, startDovecot } from '../../support/dovecot';
import { FakeImap } from '../../support/fake-imap';
import { describeUnless } from '../../support/skip';

describeUnless(dovecotMissing() ?? opensslMissing(), 'a mailbox over TLS', () => {
  let authority: Authority;
  let dovecot: Dovecot | null = null;
  const channels: ImapChannel[] = [];
  beforeAll(() => void (authority = new Authority()));
  afterEach(async () => {
    await Promise.all(channels.splice(0).map((channel) => channel.close()));
    await dovecot?.stop();
    dovecot = null;
  });
  afterAll(() => authority.remove());

  /** Looks into a mailbox whose server shows the certificate; answers how many letters were found, or why none. */
  async function look(certificate: Certificate, more: Partial<ImapOptions>): Promise<unknown> {
    dovecot = (await startDovecot(certificate))!;
    await dovecot.append('Subject: one\r\n\r\nx\r\n');
    const { host, user, password, port, tlsPort } = dovecot;
    const secure = more.tls !== 'starttls';
    const account = {
      host,
      user,
      password,
      port: secure ? tlsPort : port,
      secure,
      tls: 'required',
      folder: 'INBOX',
      from: 'all',
    } as const;
    const about = { name: 'director', source: '局长信箱', maxBytes: 1 << 20, cursor: () => Promise.resolve(null) };
    const channel = new ImapChannel({ ...account, ...about, ...more });
    channels.push(channel);
    return lastValueFrom(channel.messages().pipe(toArray())).then(({ length }) => length, failureOf);
  }
  const trouble = (message: string) => ({ kind: 'certificate', message: expect.stringContaining(message) });

  it.each<[string, Partial<ImapOptions>]>([
    ['from the first byte', { tls: 'required' }],
    ['after STARTTLS', { tls: 'starttls' }],
  ])('%s is opened where the office’s own authority is named', async (_title, more) => {
    expect(await look(authority.issue(), { ...more, ca: authority.file })).toBe(1);
  });

  it.each<[string, () => Certificate, Partial<ImapOptions>, string]>([
    ['that nobody vouches for', () => authority.issue(), {}, '的证书不被信任'],
    ['that nobody vouches for, after STARTTLS', () => authority.issue(), { tls: 'starttls' }, '的证书不被信任'],
    [
      'that has expired',
      () => authority.issue({ days: -1 }),
      {
        get ca() {
          return authority.file;
        },
      },
      '的证书过期了',
    ],
    [
      'for another name',
      () => authority.issue({ names: 'DNS:mail.example.test' }),
      {
        get ca() {
          return authority.file;
        },
      },
      '的证书上不是这个名字',
    ],
  ])('with a certificate %s is not opened', async (_title, certificate, more, message) => {
    expect(await look(certificate(), { ...more })).toMatchObject(trouble(message));
  });

  it('is opened with whatever certificate where the settings say so by name', async () => {
    expect(await look(authority.issue({ days: -1 }), { certificate: 'unverified' })).toBe(1);
  });

  it('is not opened where the file of the authority is gone', async () => {
    expect(await look(authority.issue(), { ca: '/nowhere/ca.pem' })).toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('证书文件 /nowhere/ca.pem 打不开'),
    });
  });

  it.each<[string, Partial<ImapOptions>]>([
    ['an unproved STARTTLS', { tls: 'starttls' }],
    ['an unproved TLS', { tls: 'required', secure: true }],
  ])('hears no password over %s', async (_title, more) => {
    const server = await FakeImap.open({ tls: authority.issue(), starttls: more.tls === 'starttls' });
    const { host, port, user, password } = server;
    const account = { host, port, user, password, secure: false, tls: 'starttls', folder: 'INBOX', from: 'all' } as const;
    const about = { name: 'director', source: '局长信箱', maxBytes: 1 << 20, cursor: () => Promise.resolve(null) };
    const channel = new ImapChannel({ ...account, ...about, ...more });
    await expect(lastValueFrom(channel.messages())).rejects.toThrow('的证书不被信任');
    expect(server.logins).toHaveLength(0);
    expect(server.commands.filter((command) => /LOGIN|AUTHENTICATE/.test(command))).toEqual([]);
    await channel.close();
    await server.close();
  });
});
