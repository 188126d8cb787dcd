import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SmtpMailer, type SmtpOptions } from '@hub/outbound';
import { owedLetter } from '../../factories/owed-letter';
import { SmtpSink } from '../../support/smtp-sink';
import { TcpProxy } from '../../support/tcp-proxy';

const from = { name: '一线通', address: 'yixiantong@bureau.example' };

describe('connections to the mail server', () => {
  let sink: SmtpSink;
  let mailer: SmtpMailer;
  beforeEach(async () => {
    sink = await SmtpSink.open();
    mailer = smtp();
  });
  afterEach(async () => {
    mailer.close();
    await sink.close();
  });

  const smtp = (options: Partial<SmtpOptions> = {}) =>
    new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, timeoutMs: 400, answerMs: 400, ...options }, from);
  const letter = (to = 'citizen@example.test') => {
    const { at, ...owed } = owedLetter({ to });
    return { ...owed, createdAt: at };
  };
  const until = async (there: () => boolean) => {
    for (let tries = 0; tries < 100 && !there(); tries++) await sleep(20);
    expect(there()).toBe(true);
  };

  it('carry letter after letter', async () => {
    for (let sent = 0; sent < 5; sent++) await mailer.send(letter());
    expect([sink.messages.length, sink.connections]).toEqual([5, 1]);
  });

  it('are as many as letters are on their way at one time', async () => {
    await Promise.all([mailer.send(letter()), mailer.send(letter()), mailer.send(letter())]);
    await Promise.all([mailer.send(letter()), mailer.send(letter())]);
    expect([sink.messages.length, sink.connections]).toEqual([5, 3]);
  });

  it('that died between two letters cost the second nothing, and it goes once', async () => {
    await Promise.all([mailer.send(letter()), mailer.send(letter())]);
    const { messages } = sink;
    sink.cut();
    const next = letter();
    await mailer.send(next);
    expect(messages.filter(({ raw }) => raw.includes(next.messageId))).toHaveLength(1);
    expect(sink.connections).toBe(3);
  });

  it('that the server ends with 421 cost the letter nothing', async () => {
    await mailer.send(letter());
    sink.behave({ kind: 'refuse', code: 421, at: 'mail', senders: () => sink.connections === 1 });
    await mailer.send(letter());
    expect([sink.messages.length, sink.connections]).toEqual([2, 2]);
  });

  it('go on after a letter that was refused', async () => {
    sink.behave({ kind: 'refuse', code: 550, to: (address) => address === 'gone@example.test' });
    await expect(mailer.send(letter('gone@example.test'))).rejects.toMatchObject({ obstacle: 'letter', doubtful: false });
    await sleep(50);
    await mailer.send(letter());
    expect([sink.messages.length, sink.connections]).toEqual([1, 1]);
  });

  it('that are cut when a letter has gone over leave its outcome open, and are not used again', async () => {
    await mailer.send(letter());
    sink.behave({ kind: 'drop' });
    await expect(mailer.send(letter())).rejects.toMatchObject({ obstacle: 'later', doubtful: true });
    expect(sink.messages).toHaveLength(2);
    sink.behave({ kind: 'accept' });
    await mailer.send(letter());
    expect([sink.messages.length, sink.connections]).toEqual([3, 2]);
  });

  it('that fall silent before the letter is named hold that against the server and not against the letter', async () => {
    const silent = await TcpProxy.open(sink.port);
    silent.behave({ up: { kind: 'swallow', after: 10 } });
    await expect(smtp({ port: silent.port }).send(letter())).rejects.toMatchObject({ obstacle: 'server', doubtful: false });
    await silent.close();
  });

  it('are let go when no letter comes, and when the courier stops', async () => {
    const brief = smtp({ idleMs: 50 });
    await brief.send(letter());
    await mailer.send(letter());
    await until(() => sink.open === 1);
    mailer.close();
    await until(() => sink.open === 0);
  });

  describe('with a token', () => {
    let folder: string;
    let tokenFile: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'yxt-token-'));
      tokenFile = join(folder, 'token');
      mailer = smtp({ user: 'jz@bureau.example', tokenFile });
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('log in by what stands in the file now', async () => {
      sink.token = 'second';
      await writeFile(tokenFile, 'first\n');
      await expect(mailer.send(letter())).rejects.toMatchObject({
        obstacle: 'server',
        message: expect.stringContaining('tokenFile'),
      });
      await writeFile(tokenFile, 'second\n');
      await mailer.send(letter());
      await mailer.send(letter());
      expect(sink.logins).toEqual(['jz@bureau.example XOAUTH2 first', 'jz@bureau.example XOAUTH2 second']);
      expect(sink.messages).toHaveLength(2);
    });

    it.each([
      ['is not there', null, '打不开'],
      ['is empty', ' \n', '是空的'],
      ['holds something else', 'two words', '不是一个令牌'],
    ])('say so where the file %s, and hold that against no letter', async (_, text, words) => {
      if (text !== null) await writeFile(tokenFile, text);
      await expect(mailer.send(letter())).rejects.toMatchObject({ obstacle: 'server', message: expect.stringContaining(words) });
      expect(sink.connections).toBe(0);
    });
  });
});
