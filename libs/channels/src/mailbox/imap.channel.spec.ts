import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { lastValueFrom, toArray } from 'rxjs';
import { ImapChannel, type ImapOptions } from './imap.channel';
import { readMail } from './read-mail';

const LETTER = 'From: li@example.com\r\nSubject: a\r\n\r\nx\r\n';

interface Quirks {
  /** Refuses every folder until ID was sent, which it does not announce (NetEase). */
  readonly wantsId?: boolean;
  /** UIDs in the order in which FETCH gives them, whatever range was asked for (QQ, Exchange). */
  readonly uids?: readonly number[];
  /** Refuses the whole of a letter and gives its header. */
  readonly refuses?: boolean;
  /** What it says to a login. */
  readonly login?: string;
  /** How many times it refuses to set a flag. */
  readonly keepsFlags?: number;
  /** Hangs up at the first FETCH. */
  readonly hangsUp?: boolean;
}

/** An IMAP server that speaks just enough for one client, with the faults of known providers. */
class OddServer {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  readonly commands: string[] = [];

  constructor(private readonly quirks: Quirks) {
    this.server = createServer((socket) => this.serve(socket));
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  stop(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let rest = '';
    socket.write('* OK ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      rest += chunk.toString();
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag, ...words] = rest.slice(0, end).split(' ');
        rest = rest.slice(end + 2);
        this.answer(socket, tag!, words.join(' '));
      }
    });
  }

  private answer(socket: Socket, tag: string, command: string): void {
    this.commands.push(command);
    const { wantsId, uids = [1], refuses, login, hangsUp } = this.quirks;
    const say = (...lines: string[]) => socket.write(lines.map((line) => `${line}\r\n`).join(''));
    const ok = `${tag} OK done`;
    if (/^CAPABILITY/i.test(command)) return void say('* CAPABILITY IMAP4rev1', ok);
    if (/^LOGIN/i.test(command)) return void say(login ? `${tag} ${login}` : ok);
    if (/^LIST/i.test(command)) return void say('* LIST () "/" INBOX', ok);
    if (/^SELECT/i.test(command)) {
      if (wantsId && !this.commands.some((one) => one.startsWith('ID ')))
        return void say(`${tag} NO SELECT Unsafe Login. Please contact kefu@188.com`);
      return void say(`* ${uids.length} EXISTS`, '* OK [UIDVALIDITY 7] x', '* OK [UIDNEXT 100] x', `${tag} OK [READ-WRITE] done`);
    }
    if (/^UID FETCH/i.test(command)) {
      if (hangsUp) return void socket.destroy();
      if (!/BODY/i.test(command)) {
        return void say(
          ...uids.map(
            (uid, at) => `* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${LETTER.length} INTERNALDATE "24-Nov-2026 09:00:00 +0800")`,
          ),
          ok,
        );
      }
      if (refuses && !/<0/.test(command)) return void say(`${tag} NO internal error`);
      const uid = /FETCH (\d+)/i.exec(command)![1]!;
      return void say(`* 1 FETCH (UID ${uid} BODY[]${/<0/.test(command) ? '<0>' : ''} {${LETTER.length}}\r\n${LETTER})`, ok);
    }
    const stores = this.commands.filter((one) => /^UID STORE/i.test(one)).length;
    if (/^UID STORE/i.test(command) && stores <= (this.quirks.keepsFlags ?? 0)) return void say(`${tag} NO not now`);
    say(ok);
  }
}

describe('a mailbox', () => {
  let server: OddServer;
  let channel: ImapChannel;
  afterEach(async () => {
    server.stop();
    await channel.close();
  });

  const open = async (quirks: Quirks, more: Partial<ImapOptions> = {}) => {
    server = new OddServer(quirks);
    const port = await server.start();
    const account = {
      host: '127.0.0.1',
      port,
      user: 'jz@example.gov.cn',
      password: 'secret',
      secure: false,
      tls: 'none',
      folder: 'INBOX',
    } as const;
    channel = new ImapChannel({
      ...account,
      name: 'director',
      source: '局长信箱',
      from: 'all',
      maxBytes: 1_000,
      cursor: () => Promise.resolve(null),
      ...more,
    });
    return channel;
  };
  const pass = () => lastValueFrom(channel.messages().pipe(toArray()));

  it('that opens no folder before our name is said hears it', async () => {
    await open({ wantsId: true });
    expect(await pass()).toHaveLength(1);
  });

  it('that gives letters in any order and old ones again is read from the position on', async () => {
    await open({ uids: [9, 3, 12, 5] }, { cursor: () => Promise.resolve('{"uidvalidity":"7","uid":5}') });
    const messages = await pass();
    expect(messages.map(({ cursor }) => cursor!.position)).toEqual([
      '{"uidvalidity":"7","uid":9}',
      '{"uidvalidity":"7","uid":12}',
    ]);
    expect(messages[0]!.arrivedAt).toBe('2026-11-24T01:00:00.000Z');
  });

  it('that never gives one letter is not stopped by it: the third time its header is taken', async () => {
    await open({ refuses: true });
    const [message] = await pass();
    await expect(message!.original.load()).rejects.toThrow('internal error');
    await expect(message!.original.load()).rejects.toThrow('internal error');
    const reading = readMail(await message!.original.load());
    expect(reading.subject).toBe('a');
    expect(reading.remarks).toEqual(['邮箱的服务器没有交出这封邮件的正文，只取了邮件头；正文和附件请到邮箱里看原件。']);
  });

  it('is shown by one command what became of many letters', async () => {
    await open({ uids: [1, 2, 3, 7] });
    await Promise.all((await pass()).map((one) => one.settle!()));
    expect(server.commands.filter((one) => /^UID STORE/i.test(one))).toEqual(['UID STORE 1:3,7 +FLAGS.SILENT (\\Seen)']);
  });

  it('that refuses a courtesy is asked again at the next pass, and its trouble is told once', async () => {
    await open({ uids: [1, 2], keepsFlags: 2 });
    const settled = await Promise.allSettled((await pass()).map((one) => one.settle!()));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    const stores = () => server.commands.filter((one) => /^UID STORE/i.test(one)).length;
    expect(stores()).toBe(1);
    for (const asked of [2, 3, 3]) {
      await pass();
      expect(stores()).toBe(asked);
    }
  });

  it('that hangs up in the middle ends the pass', async () => {
    await open({ hangsUp: true });
    await expect(pass()).rejects.toThrow(/^和 127\.0\.0\.1:\d+ 的连接断了/);
  });

  it('that has enough of us is not taken for a wrong password', async () => {
    await open({ login: 'NO [LIMIT] Too many simultaneous connections' });
    await expect(pass()).rejects.toThrow(/^127\.0\.0\.1 暂时不让登录/);
  });

  it('never gets a password in the clear where STARTTLS is asked for', async () => {
    await open({}, { tls: 'starttls' });
    await expect(pass()).rejects.toThrow('建立加密连接失败');
    expect(server.commands.some((command) => /secret|AUTHENTICATE|LOGIN/i.test(command))).toBe(false);
  });

  it('that cannot be told apart by a short name has a key of at most 190 characters', async () => {
    await open({}, { user: `${'a'.repeat(300)}@example.gov.cn` });
    expect((await pass())[0]!.sourceKey.length).toBeLessThanOrEqual(190);
  });
});
