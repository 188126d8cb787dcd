import { failureOf, ImapChannel, type ImapOptions } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom, toArray } from 'rxjs';
import { exchange, FakeImap, gmailLike, type ImapProfile, netease, qq, refusing, throttled } from '../../support/fake-imap';

const letter = (subject: string) => `From: li@example.com\r\nSubject: ${subject}\r\n\r\n${subject}\r\n`;
const letters = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => letter(`n${from + index}`));

let server: FakeImap;
let position: string | null;
/** Source keys that have an item. */
let items: Set<string>;
const channels: ImapChannel[] = [];

afterEach(async () => {
  await Promise.all(channels.splice(0).map((channel) => channel.close()));
  await server.close();
});

async function at(profile: ImapProfile): Promise<void> {
  server = await FakeImap.open(profile);
  position = null;
  items = new Set();
}

function open(more: Partial<ImapOptions> = {}): ImapChannel {
  const { host, port, user, password } = server;
  const account = { host, port, user, password, secure: false, tls: 'none', folder: 'INBOX', from: 'all' } as const;
  const about = { name: 'director', source: '局长信箱', maxBytes: 1 << 20, cursor: () => Promise.resolve(position) };
  const channel = new ImapChannel({ ...account, ...about, ...more });
  channels.push(channel);
  return channel;
}

const pass = (channel: ImapChannel) => lastValueFrom(channel.messages().pipe(toArray()));

/** Registers what a pass offers, as the intake does. */
async function takeAll(channel: ImapChannel): Promise<string[]> {
  const subjects: string[] = [];
  const take = async (message: InboundMessage) => {
    const text = Buffer.from(await message.original.load()).toString();
    position = message.cursor!.position;
    items.add(message.sourceKey);
    await message.settle?.();
    subjects.push(/^Subject: (.*?)\r?$/m.exec(text)![1]!);
  };
  for (const message of await pass(channel)) await take(message);
  return subjects;
}

describe('a mailbox at NetEase', () => {
  it.each([
    ['announces ID', true],
    ['does not announce it', false],
  ])('that %s hears our name before a folder is opened', async (_title, announces) => {
    await at(netease(announces));
    server.append([letter('one')]);
    expect(await takeAll(open())).toEqual(['one']);
    const name = server.commands.findIndex((command) => command.startsWith('ID ('));
    expect(server.commands.slice(name).some((command) => command.startsWith('SELECT'))).toBe(true);
  });

  it('that trusts us in no case is told of in one sentence', async () => {
    await at({ ...netease(), neverTrusts: true });
    await expect(pass(open())).rejects.toThrow(
      /^127\.0\.0\.1 认为这次登录不安全，报了客户端名（ID 命令）仍不让打开文件夹。请在网页邮箱里打开 IMAP/,
    );
  });

  it('is not asked for IDLE, which it lacks', async () => {
    await at(netease());
    server.append([letter('one')]);
    const channel = open();
    await takeAll(channel);
    await takeAll(channel);
    expect(server.commands).not.toContain('IDLE');
  });
});

describe('a mailbox at QQ', () => {
  it('that answers every range with everything, and its last letter for ever, gives each letter once', async () => {
    await at(qq());
    server.append(letters(1, 3));
    const channel = open();
    expect(await takeAll(channel)).toEqual(['n1', 'n2', 'n3']);
    expect(await takeAll(channel)).toEqual([]);
    server.append([letter('n4')]);
    expect(await takeAll(channel)).toEqual(['n4']);
    expect(await takeAll(channel)).toEqual([]);
  });

  it('with gaps between its numbers skips nothing', async () => {
    await at(qq());
    for (const uid of [3, 40, 1000, 70_000]) server.append([letter(`u${uid}`)], uid);
    const channel = open();
    expect(await takeAll(channel)).toEqual(['u3', 'u40', 'u1000', 'u70000']);
    server.append([letter('u90000')], 90_000);
    expect(await takeAll(channel)).toEqual(['u90000']);
  });

  it('moves what was registered, without the command for it', async () => {
    await at(qq());
    server.append(letters(1, 2));
    expect(await takeAll(open({ archiveFolder: 'Done' }))).toEqual(['n1', 'n2']);
    expect(server.folders.get('Done')).toHaveLength(2);
    expect(server.folders.get('INBOX')).toHaveLength(0);
  });
});

describe('a mailbox that shows the newest thousand letters only', () => {
  it('gives every letter once while it grows', async () => {
    await at(gmailLike());
    server.append(letters(1, 1000));
    const channel = open();
    expect(await takeAll(channel)).toHaveLength(1000);
    server.append(letters(1001, 1700));
    expect(await takeAll(channel)).toEqual(letters(1001, 1700).map((text) => /n\d+/.exec(text)![0]));
    expect(await takeAll(channel)).toEqual([]);
  });
});

describe('letters that show up behind the position', () => {
  const known = jest.fn((keys: readonly string[]) => Promise.resolve(new Set(keys.filter((key) => items.has(key)))));
  const begin = (given: string) => Promise.resolve((position ??= given));
  /** A channel that looks for them: a new one does so in its first pass, and then once an hour. */
  const looking = (more: Partial<ImapOptions> = {}) => open({ known, begin, ...more });
  const anHourLater = () => {
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 3_700_000);
  };
  beforeEach(() => known.mockClear());
  afterEach(() => jest.restoreAllMocks());

  it('from under a window are given once, when newer ones have gone', async () => {
    await at(gmailLike(5));
    server.append(letters(1, 8));
    const channel = looking();
    expect(await takeAll(channel)).toEqual(['n4', 'n5', 'n6', 'n7', 'n8']);
    server.removeNewest(3);
    expect(await takeAll(channel)).toEqual([]);
    anHourLater();
    expect(await takeAll(channel)).toEqual(['n1', 'n2', 'n3']);
    expect(await takeAll(channel)).toEqual([]);
    expect(await takeAll(looking())).toEqual([]);
  });

  it('out of their turn are given once, and what is new goes first', async () => {
    await at(qq());
    server.append(letters(1, 2));
    server.append([letter('n4')], 4);
    await takeAll(looking());
    server.append([letter('n3')], 3);
    server.append([letter('n5')], 5);
    expect(await takeAll(looking())).toEqual(['n5', 'n3']);
    expect(JSON.parse(position!)).toMatchObject({ uid: 5 });
    expect(await takeAll(looking())).toEqual([]);
  });

  it('stay where they are when they were there before a mailbox that begins now', async () => {
    await at(gmailLike(5));
    server.append(letters(1, 8));
    expect(await takeAll(looking({ from: 'now' }))).toEqual([]);
    server.append([letter('n10')], 10);
    expect(await takeAll(looking({ from: 'now' }))).toEqual(['n10']);
    server.append([letter('n9')], 9);
    server.removeNewest(2);
    server.append([letter('n9')], 9);
    expect(await takeAll(looking({ from: 'now' }))).toEqual(['n9']);
  });

  it('are offered again while they could not be registered, and not when the intake knew them', async () => {
    await at({});
    server.append([letter('n2')], 2);
    const channel = looking();
    await takeAll(channel);
    server.append([letter('n1')], 1);
    anHourLater();
    expect(await pass(channel)).toHaveLength(1);
    const [known] = await pass(channel);
    // As the intake does with a letter whose bytes it has: no item, but it is settled.
    await known!.settle!();
    expect(await pass(channel)).toEqual([]);
  });

  it('cost the database one look at each letter that was there before the process, and none later', async () => {
    await at({});
    server.append(letters(1, 1_200));
    await takeAll(looking());
    const channel = looking();
    known.mockClear();
    await takeAll(channel);
    expect(known.mock.calls.map(([keys]) => keys.length)).toEqual([500, 500, 200]);
    server.append(letters(1_201, 1_210));
    await takeAll(channel);
    anHourLater();
    expect(await takeAll(channel)).toEqual([]);
    expect(known).toHaveBeenCalledTimes(3);
  });

  it('are not looked for among letters that a folder brings under new numbers', async () => {
    await at({});
    server.append(letters(1, 3));
    await takeAll(looking());
    server.uidValidity += 1;
    await takeAll(looking());
    items.clear();
    expect(await takeAll(looking())).toEqual([]);
  });
});

/** What a pass fails with. */
const failure = (channel: ImapChannel) =>
  pass(channel).then(
    () => null,
    (error: unknown) => failureOf(error),
  );

describe('a mailbox that refuses us', () => {
  it('is not asked again within a minute, by whatever pass or channel', async () => {
    await at(refusing());
    const channel = open();
    expect(await failure(channel)).toMatchObject({ kind: 'login', message: expect.stringMatching(/^用户名或密码被拒/) });
    const again = await failure(channel);
    expect(again).toMatchObject({ kind: 'login', message: expect.stringMatching(/^用户名或密码被拒/) });
    await failure(open({ name: 'other', folder: 'Other' }));
    expect(server.logins).toHaveLength(1);
    expect(again!.holdMs).toBeGreaterThan(55_000);
  });

  it('is asked at once with another password', async () => {
    await at(refusing());
    await failure(open({ password: 'mistyped' }));
    server.profile = {};
    server.append([letter('one')]);
    expect(await takeAll(open())).toEqual(['one']);
  });

  it.each([
    ['that asks for a rest is given it', throttled(92_415), 92_415],
    ['that asks for ten minutes is given them', throttled(600_000), 600_000],
    ['that has too many lines open is left alone for a minute', { ...gmailLike(), connections: 0 }, 60_000],
    [
      'that says so at the login is left alone for a minute',
      { login: 'NO [ALERT] Too many simultaneous connections. (Failure)' },
      60_000,
    ],
    ['that is out of service is left alone for a minute', { login: 'NO [UNAVAILABLE] Temporary failure' }, 60_000],
  ])('%s', async (_title, profile, restMs) => {
    await at(profile);
    const channel = open();
    const start = performance.now();
    const failed = await failure(channel);
    expect(failed).toMatchObject({ kind: 'throttled', message: expect.stringMatching(/^127\.0\.0\.1 暂时不让登录/) });
    expect(failed!.holdMs).toBeGreaterThanOrEqual(restMs);
    // We do not sit out the time with the line held.
    expect(performance.now() - start).toBeLessThan(20_000);
    const tried = server.logins.length;
    await failure(channel);
    expect(server.logins).toHaveLength(tried);
  });

  it('in the middle of its letters is given its rest too', async () => {
    await at(gmailLike());
    server.append([letter('one')]);
    const channel = open();
    await pass(channel);
    server.profile = { ...gmailLike(), says: { UID: 'BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds' } };
    const failed = await failure(channel);
    expect(failed).toMatchObject({ kind: 'throttled' });
    expect(failed!.holdMs).toBeGreaterThanOrEqual(92_415);
  });
});

describe('a mailbox that wants a token', () => {
  let folder: string;
  let tokenFile: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yxt-token-'));
    tokenFile = join(folder, 'token');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const withToken = () => open({ password: undefined, tokenFile });

  it('is read with the one in the file, without the line break at its end', async () => {
    await at(exchange('ya29.good'));
    writeFileSync(tokenFile, 'ya29.good\n');
    server.append([letter('one')]);
    expect(await takeAll(withToken())).toEqual(['one']);
  });

  it('is read with the new one once the file was renewed', async () => {
    await at(exchange('second'));
    writeFileSync(tokenFile, 'first');
    const channel = withToken();
    expect(await failure(channel)).toMatchObject({
      kind: 'login',
      message: expect.stringContaining(`令牌文件 ${tokenFile} 里的令牌多半已过期`),
    });
    writeFileSync(tokenFile, 'second');
    server.append([letter('one')]);
    expect(await takeAll(channel)).toEqual(['one']);
  });

  it.each([
    ['is missing', null, '没有这个文件'],
    ['is empty', ' \n', '是空的'],
    ['holds more than a token', 'a b\nc', '里不是一个令牌'],
  ])('whose file %s is not asked, and the file is named', async (_title, content, message) => {
    await at(exchange('good'));
    if (content !== null) writeFileSync(tokenFile, content);
    expect(await failure(withToken())).toMatchObject({
      kind: 'settings',
      message: expect.stringMatching(new RegExp(`^令牌文件 ${tokenFile} ${message}`)),
    });
    expect(server.logins).toHaveLength(0);
  });

  it('but takes passwords only says so', async () => {
    await at({ capabilities: ['IMAP4rev1', 'AUTH=PLAIN'] });
    writeFileSync(tokenFile, 'good');
    expect(await failure(withToken())).toMatchObject({ message: expect.stringContaining('不支持用令牌登录（XOAUTH2）') });
  });
});

describe('a trial of a mailbox', () => {
  it('tells how it was opened, what is there and what the first pass would take, and takes nothing', async () => {
    await at(netease());
    server.append(letters(1, 3));
    expect(await open().probe()).toEqual([
      `登录成功：${server.user}，127.0.0.1（没有加密）。`,
      '文件夹“INBOX”里有 3 封信。',
      '对方的本领：IDLE 没有，ID 有，MOVE 没有；新信靠定时去看。',
      '第一次会把这 3 封都收进来（from: all）。',
    ]);
    expect((await open({ from: 'now' }).probe()).at(-1)).toBe('第一次不收原有的信，只收从今往后的（from: now）。');
    expect(server.commands.some((command) => /FETCH|STORE/.test(command))).toBe(false);
  });

  it('that is refused says why', async () => {
    await at(refusing());
    await expect(open().probe()).rejects.toThrow(/^用户名或密码被拒/);
  });
});
