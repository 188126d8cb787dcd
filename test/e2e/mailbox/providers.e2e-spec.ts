import { ImapChannel, type ImapOptions } from '@hub/channels';
import type { InboundMessage } from '@hub/domain';
import { lastValueFrom, toArray } from 'rxjs';
import { FakeImap, gmailLike, type ImapProfile, netease, qq } from '../../support/fake-imap';

const letter = (subject: string) => `From: li@example.com\r\nSubject: ${subject}\r\n\r\n${subject}\r\n`;
const letters = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => letter(`n${from + index}`));

let server: FakeImap;
let position: string | null;
const channels: ImapChannel[] = [];

afterEach(async () => {
  await Promise.all(channels.splice(0).map((channel) => channel.close()));
  await server.close();
});

async function at(profile: ImapProfile): Promise<void> {
  server = await FakeImap.open(profile);
  position = null;
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
