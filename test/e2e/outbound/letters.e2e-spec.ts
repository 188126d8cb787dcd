import { LETTER_KINDS, LETTER_RULES, threadMarks } from '@hub/domain';
import { mailerFor, SmtpMailer, type OutgoingLetter } from '@hub/outbound';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { owedLetter } from '../../factories/owed-letter';
import { SmtpSink } from '../../support/smtp-sink';

const from = { name: '普陀区环保局一线通', address: 'yixiantong@bureau.example' };
const MARKS = ['auto-submitted', 'x-auto-response-suppress', 'precedence'];
const headOf = (raw: Buffer) => raw.toString('latin1').split('\r\n\r\n')[0]!;
const letterOf = (change: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
  ...owedLetter(),
  createdAt: '2026-11-24T01:02:03.000Z',
  ...change,
});

describe('a letter on the wire', () => {
  let sink: SmtpSink;
  let folder: string;
  beforeEach(async () => {
    sink = await SmtpSink.open();
    folder = await mkdtemp(join(tmpdir(), 'yxt-outgoing-'));
  });
  afterEach(async () => {
    await sink.close();
    await rm(folder, { recursive: true });
  });

  const smtp = () => new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false }, from);
  const sent = async (change: Partial<OutgoingLetter>): Promise<ParsedMail> => {
    await smtp().send(letterOf(change));
    return simpleParser(sink.messages.at(-1)!.raw);
  };

  it('says in Chinese what was written, from whom, and where an answer goes', async () => {
    const mail = await sent({ inReplyTo: 'question-1@example.test' });
    expect(mail.subject).toBe('对您来件的答复（YXT-20261124-0001）');
    expect(mail.text).toContain('夜间施工已经停止。');
    expect(mail.from?.value).toEqual([from]);
    expect(mail.replyTo?.value[0]?.address).toBe('reply+y.1@bureau.example');
    expect(mail.date).toEqual(new Date('2026-11-24T01:02:03Z'));
    expect([mail.inReplyTo, mail.references]).toEqual(['<question-1@example.test>', '<question-1@example.test>']);
  });

  it('is plain text, and beside it the same as simple HTML for those who read mail in a browser', async () => {
    const mail = await sent({ body: '您好：\n\n请看 https://hub.example/track\n\n编号：<1>\n查询码：&2\n' });
    expect(headOf(sink.messages[0]!.raw)).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(mail.text?.trim()).toBe('您好：\n\n请看 https://hub.example/track\n\n编号：<1>\n查询码：&2');
    expect(mail.html).toContain('&lt;1&gt;');
    expect(mail.html).toContain(`>${from.name}</p>`);
    expect(mail.attachments).toEqual([]);
  });

  it('is the same to the byte each time, whoever sends it', async () => {
    const letter = letterOf();
    await smtp().send(letter);
    await smtp().send(letter);
    await smtp().send(letterOf({ messageId: 'another@bureau.example' }));
    const [one, again, other] = sink.messages.map(({ raw }) => raw.toString());
    expect(again).toBe(one);
    const boundary = (raw: string) => /boundary="(.+)"/.exec(raw)![1];
    expect(boundary(other!)).not.toBe(boundary(one!));
  });

  it('carries no mark of a machine where a person wrote it', async () => {
    const { headers } = await sent({ kind: 'reply', automated: false });
    expect([...MARKS, 'list-unsubscribe'].filter((name) => headers.has(name))).toEqual([]);
  });

  it.each(LETTER_KINDS.map((kind) => [kind, LETTER_RULES[kind].automatic] as const))(
    'is marked as its rule says (%s: %s), and is no mailing list’s',
    async (kind, automatic) => {
      const { headers } = await sent({ kind, automated: automatic !== null });
      expect(headers.get('auto-submitted') ?? null).toBe(automatic);
      expect(headers.get('x-auto-response-suppress') ?? null).toBe(automatic && 'All');
      expect(['precedence', 'list-id', 'list-unsubscribe'].filter((name) => headers.has(name))).toEqual([]);
    },
  );

  it.each([true, false])(
    'sends its bounces to the address that tells which letter they are about (automatic: %s)',
    async (automated) => {
      const returnPath = `bounce+y.7.${'a'.repeat(26)}@bureau.example`;
      await sent({ automated, returnPath });
      expect(sink.messages[0]!.envelope).toEqual({ from: returnPath, to: ['citizen@example.test'] });
      expect(threadMarks([], [returnPath])).toEqual([{ appealId: 7, token: 'a'.repeat(26) }]);
    },
  );

  it.each([
    [true, ''],
    [false, from.address],
  ])('has an envelope sender without an appeal too (automatic: %s)', async (automated, sender) => {
    await sent({ automated, returnPath: null });
    expect(sink.messages[0]!.envelope.from).toBe(sender);
  });

  it('takes neither headers nor thread marks out of what a citizen sent', async () => {
    const mail = await sent({ subject: 'a\r\nBcc: b@example.test', inReplyTo: 'x>\r\nBcc: <b@example.test' });
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.inReplyTo).toBeUndefined();
    expect(sink.messages[0]!.envelope.to).toEqual(['citizen@example.test']);
  });

  it.each([
    'x>\r\nBcc: <b@example.test',
    'x@y>\r\n\r\nbody',
    '主题@example.test',
    'a b@example.test',
    '<a@b><c@d>',
    `${'a'.repeat(60)}\u0000@b`,
  ])('answers no Message-ID that is none: %j', async (inReplyTo) => {
    const mail = await sent({ inReplyTo });
    expect([mail.inReplyTo, mail.references]).toEqual([undefined, undefined]);
    expect(mail.text).toContain('夜间施工已经停止。');
  });

  it.each(['普陀区环保局"一线通"', '普陀区, 环保局 <x@y.test>', 'Bureau\r\nBcc: b@example.test', '局'.repeat(60)])(
    'comes from one sender whatever his name is: %j',
    async (name) => {
      await new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false }, { name, address: from.address }).send(
        letterOf(),
      );
      const { raw } = sink.messages.at(-1)!;
      const mail = await simpleParser(raw);
      expect(mail.from?.value).toEqual([{ name: name.replace(/\s+/g, ' '), address: from.address }]);
      expect([mail.headers.has('bcc'), mail.replyTo?.value.length]).toEqual([false, 1]);
      expect(headOf(raw)).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    },
  );

  it('has its whole subject in the header, however long, in lines that every server takes', async () => {
    const subject = '关于夜间施工噪声扰民的答复'.repeat(20);
    expect((await sent({ subject })).subject).toBe(subject);
    expect(
      Math.max(
        ...headOf(sink.messages[0]!.raw)
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(999);
  });

  it.each([
    ['at once', 'mail', 501, 'mail from address must be same as authorization user'],
    ['when it hears the recipient', 'rcpt', 553, '5.7.1 <x@bureau.example>: Sender address rejected: not owned by user y'],
    ['when it has the letter', 'data', 550, '5.7.60 SMTP; Client does not have permissions to send as this sender'],
  ] as const)(
    'goes out under our own address where the server lets us use no other, and says so %s',
    async (_when, at, code, text) => {
      sink.behave({ kind: 'refuse', at, code, text, senders: (sender) => sender !== from.address });
      const mailer = smtp();
      await mailer.send(letterOf({ automated: true }));
      await mailer.send(letterOf({ automated: false }));
      expect(sink.messages.map(({ envelope }) => envelope.from)).toEqual([from.address, from.address]);
      expect(sink.senders).toEqual([letterOf().returnPath, from.address, from.address]);
    },
  );

  it('takes the server’s word where it refuses the recipient and not us', async () => {
    sink.behave({ kind: 'refuse', code: 550, text: '5.1.1 user unknown' });
    await expect(smtp().send(letterOf())).rejects.toMatchObject({ obstacle: 'letter', doubtful: false });
    expect(sink.senders).toHaveLength(1);
  });

  it.each([
    ['the line is cut after the letter', { kind: 'drop' }, true],
    ['the server falls silent after the letter', { kind: 'hang' }, true],
    ['the server falls silent before the letter', { kind: 'hang', at: 'rcpt' }, false],
    ['the server falls silent at once', { kind: 'hang', at: 'connect' }, false],
    ['the server refuses the letter for now', { kind: 'refuse', code: 451, at: 'data' }, false],
  ] as const)('may have arrived or not: %s', async (_what, mood, doubtful) => {
    sink.behave(mood);
    const mailer = new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false, timeoutMs: 300, answerMs: 300 }, from);
    await expect(mailer.send(letterOf())).rejects.toMatchObject({ doubtful });
  });

  it('is one and the same file in the folder, however often it is written', async () => {
    const mailer = mailerFor({ from, delivery: 'folder', folder: join(folder, 'new', 'outgoing') });
    const letter = letterOf();
    await mailer.send(letter);
    await mailer.send(letter);
    await smtp().send(letter);
    const names = await readdir(join(folder, 'new', 'outgoing'));
    expect(names).toEqual([`20261124010203-${letter.messageId}.eml`]);
    const raw = await readFile(join(folder, 'new', 'outgoing', names[0]!));
    expect(raw.toString().trimEnd()).toBe(sink.messages[0]!.raw.toString().trimEnd());
  });
});
