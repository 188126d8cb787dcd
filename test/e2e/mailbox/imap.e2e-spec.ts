import { ImapChannel, type ImapOptions } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { lastValueFrom, toArray } from 'rxjs';
import { directorsMailbox } from '../../factories/mailbox';
import { type Dovecot, dovecotMissing, startDovecot } from '../../support/dovecot';
import { describeUnless } from '../../support/skip';

const letter = (subject: string, body = subject) => `From: li@example.com\r\nSubject: ${subject}\r\n\r\n${body}\r\n`;

describeUnless(dovecotMissing(), 'a mailbox over IMAP', () => {
  let dovecot: Dovecot;
  let position: string | null;
  const channels: ImapChannel[] = [];
  beforeAll(async () => void (dovecot = (await startDovecot())!));
  beforeEach(() => void (position = null));
  afterEach(async () => {
    await Promise.all(channels.splice(0).map((channel) => channel.close()));
    await dovecot.empty();
  });
  afterAll(() => dovecot.stop());

  const open = (more: Partial<ImapOptions> = {}) => {
    const channel = new ImapChannel({
      ...directorsMailbox(dovecot),
      cursor: () => Promise.resolve(position),
      ...more,
    });
    channels.push(channel);
    return channel;
  };
  const pass = (channel: ImapChannel) => lastValueFrom(channel.messages().pipe(toArray()));
  /** Registers a message as the intake does. */
  const take = async (message: InboundMessage) => {
    const text = Buffer.from(await message.original.load()).toString();
    position = message.cursor!.position;
    await message.settle?.();
    return /^Subject: (.*?)\r?$/m.exec(text)![1]!;
  };
  const takeAll = async (channel: ImapChannel) => {
    const subjects: string[] = [];
    for (const message of await pass(channel)) subjects.push(await take(message));
    return subjects;
  };

  it('offers its letters from the oldest on, each with its time of arrival and its bytes', async () => {
    await dovecot.append(letter('one'));
    await dovecot.append(letter('two', '噪声'));
    const messages = await pass(open());
    expect(messages.map(({ original }) => original.name)).toEqual(['1.eml', '2.eml']);
    expect(messages[0]).toMatchObject({ channel: 'mailbox', source: '局长信箱', format: 'mail' });
    expect(Math.abs(Date.parse(messages[0]!.arrivedAt!) - Date.now())).toBeLessThan(60_000);
    expect(Buffer.from(await messages[1]!.original.load()).toString()).toBe(letter('two', '噪声'));
  });

  it('gives a letter the same key in two passes', async () => {
    await dovecot.append(letter('one'));
    const channel = open();
    const [first] = await pass(channel);
    const [second] = await pass(channel);
    expect(second!.sourceKey).toBe(first!.sourceKey);
    expect(first!.sourceKey).toMatch(new RegExp(`^${dovecot.user}@127\\.0\\.0\\.1/INBOX:\\d+:1$`));
  });

  it('offers only what lies behind the position, the last letter not again', async () => {
    await dovecot.append(letter('one'));
    const channel = open();
    expect(await takeAll(channel)).toEqual(['one']);
    expect(await takeAll(channel)).toEqual([]);
    await dovecot.append(letter('two'));
    expect(await takeAll(channel)).toEqual(['two']);
    expect(await takeAll(open())).toEqual([]);
  });

  it('offers a letter that somebody has opened before us', async () => {
    await dovecot.append(letter('one'));
    await (
      await pass(open())
    )[0]!.settle!();
    expect(await pass(open())).toHaveLength(1);
  });

  it('offers all again when the folder is numbered anew, under other keys', async () => {
    await dovecot.append(letter('one'));
    await dovecot.append(letter('two'));
    const channel = open();
    const [before] = await pass(channel);
    expect(await takeAll(channel)).toEqual(['one', 'two']);
    await channel.close();
    await dovecot.resetUidValidity();
    const [after] = await pass(channel);
    expect(after!.sourceKey).not.toBe(before!.sourceKey);
    expect(await takeAll(channel)).toEqual(['one', 'two']);
    expect(await takeAll(channel)).toEqual([]);
  });

  it('refuses to load by a number that is no longer the same letter’s', async () => {
    await dovecot.append(letter('one'));
    const channel = open();
    const [message] = await pass(channel);
    await channel.close();
    await dovecot.resetUidValidity();
    await expect(message!.original.load()).rejects.toThrow('邮箱的文件夹重建过');
  });

  it('beginning now leaves old letters, and remembers where it began before the first letter came', async () => {
    await dovecot.append(letter('old'));
    const begin = (given: string) => {
      position ??= given;
      return Promise.resolve(position);
    };
    expect(await takeAll(open({ from: 'now', begin }))).toEqual([]);
    await dovecot.append(letter('while the hub was off'));
    expect(await takeAll(open({ from: 'now', begin }))).toEqual(['while the hub was off']);
  });

  it('moves a registered letter to the archive, which it makes', async () => {
    await dovecot.append(letter('one'));
    expect(await takeAll(open({ archiveFolder: 'Done' }))).toEqual(['one']);
    position = null;
    expect(await takeAll(open())).toEqual([]);
    expect(await takeAll(open({ folder: 'Done' }))).toEqual(['one']);
  });

  it('takes the header alone of a letter over the limit', async () => {
    await dovecot.append(letter('big', 'x'.repeat(50_000)));
    const [message] = await pass(open({ maxBytes: 10_000 }));
    const text = Buffer.from(await message!.original.load()).toString();
    expect(text).toContain('Subject: big');
    expect(text.length).toBeLessThan(500);
  });

  it('loads a letter after the connection was let go', async () => {
    await dovecot.append(letter('one'));
    const channel = open();
    const [message] = await pass(channel);
    await channel.close();
    expect(Buffer.from(await message!.original.load()).toString()).toBe(letter('one'));
  });

  it('loads a letter again after the connection was cut in the middle of it', async () => {
    await dovecot.append(letter('one', 'x'.repeat(200_000)));
    const fault = await proxyTo(dovecot.port, 100_000);
    const channel = open({ port: fault.port });
    const [message] = await pass(channel);
    await expect(message!.original.load()).rejects.toThrow('连接断了');
    fault.heal();
    expect(await message!.original.load()).toHaveLength(letter('one', 'x'.repeat(200_000)).length);
    await channel.close();
    fault.server.close();
  });

  it('offers ten thousand letters in seconds', async () => {
    for (let index = 0; index < 10_000; index++) await dovecot.append(letter(`n${index}`));
    const channel = open();
    // The server numbers new letters when the folder is first opened.
    await pass(channel);
    const start = performance.now();
    expect(await pass(channel)).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it.each<[string, Partial<ImapOptions>, RegExp]>([
    ['a wrong password', { password: 'wrong' }, /^用户名或密码被拒（hub@example\.test，.*请检查渠道设置里的 user 和密码/],
    ['a missing folder', { folder: 'Nowhere' }, /^邮箱里没有文件夹“Nowhere”。请检查/],
    ['a closed port', { port: 1 }, /^连不上 127\.0\.0\.1:1（ECONNREFUSED）。请检查/],
    ['an unknown host', { host: 'no-such-host.invalid' }, /^找不到主机 no-such-host\.invalid。请检查/],
    ['a server without STARTTLS', { tls: 'starttls' }, /^和 127\.0\.0\.1:\d+ 建立加密连接失败/],
    ['TLS where the server speaks none', { secure: true, tls: 'required' }, /^和 127\.0\.0\.1:\d+ 建立加密连接失败|^连不上/],
  ])('ends the pass for %s and says what to do', async (_name, more, message) => {
    await expect(pass(open(more))).rejects.toThrow(message);
  });
});

/** A proxy that cuts each connection after a number of bytes from the server, until it is healed. */
async function proxyTo(port: number, bytes: number): Promise<{ port: number; server: Server; heal(): void }> {
  let limit = bytes;
  const server = createServer((client: Socket) => {
    const upstream = connect(port, '127.0.0.1');
    let seen = 0;
    client.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > limit) client.destroy();
      else client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server, heal: () => (limit = Infinity) };
}
