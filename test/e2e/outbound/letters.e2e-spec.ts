import { mailerFor, SmtpMailer, type OutgoingLetter } from '@hub/outbound';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { owedLetter } from '../../factories/owed-letter';
import { SmtpSink } from '../../support/smtp-sink';

const from = { name: '普陀区环保局一线通', address: 'yixiantong@bureau.example' };
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

  it('carries no mark of a machine where a person wrote it', async () => {
    const { headers } = await sent({ kind: 'reply', automated: false });
    expect(['auto-submitted', 'x-auto-response-suppress', 'precedence'].filter((name) => headers.has(name))).toEqual([]);
    expect(sink.messages[0]!.envelope.from).toBe(from.address);
  });

  it.each([
    ['acknowledgement', 'auto-replied'],
    ['whereabouts', 'auto-generated'],
  ])('is marked where the system wrote it (%s), and its bounce goes nowhere', async (kind, mark) => {
    const { headers } = await sent({ kind, automated: true });
    expect(headers.get('auto-submitted')).toBe(mark);
    expect(headers.get('x-auto-response-suppress')).toBe('All');
    expect(sink.messages[0]!.envelope.from).toBe('');
  });

  it('takes neither headers nor thread marks out of what a citizen sent', async () => {
    const mail = await sent({ subject: 'a\r\nBcc: b@example.test', inReplyTo: 'x>\r\nBcc: <b@example.test' });
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.inReplyTo).toBeUndefined();
    expect(sink.messages[0]!.envelope.to).toEqual(['citizen@example.test']);
  });

  it('goes out under our own address where the server takes no empty one', async () => {
    const senders: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onMailFrom: ({ address }, _session, done) => {
        senders.push(address);
        done(address ? null : Object.assign(new Error('mail from must equal authorized user'), { responseCode: 501 }));
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    const mailer = new SmtpMailer({ host: '127.0.0.1', port, secure: false }, from);
    await mailer.send(letterOf({ automated: true }));
    await mailer.send(letterOf({ automated: true }));
    expect(senders).toEqual(['', from.address, from.address]);
    await new Promise<void>((resolve) => server.close(resolve));
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
