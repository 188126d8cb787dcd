import { readMail } from './read-mail';

const read = (headers: string, body = '正文') =>
  readMail(Buffer.from(`From: li@example.com\nSubject: 油烟\n${headers}\n\n${body}`.replaceAll('\n', '\r\n')));
const withSubject = (subject: string) =>
  readMail(Buffer.from(`From: li@example.com\r\nSubject: ${subject}\r\n\r\n正文`)).automation;

describe('an automatic reply', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (rule)',
    'X-Autoreply: yes',
    'X-Autorespond: yes',
    'Precedence: auto_reply',
  ])('is known by %s, and gets no acknowledgement', (header) => {
    expect(read(header)).toMatchObject({ automation: 'auto-reply', replyTo: '' });
  });

  it.each([
    '自动回复: 您的来信已收到',
    '自动答复：油烟',
    '外出时的助理程序: 油烟',
    '[自动回复]',
    'Automatic reply: smoke',
    'Out of Office: x',
    'Out of Office',
    'Auto-Reply - x',
  ])('is known by its subject %s', (subject) => expect(withSubject(subject)).toBe('auto-reply'));

  it('is known by the sentence with which QQ Mail begins it', () => {
    expect(read('', '这是来自QQ邮箱的假期自动回复邮件。\n您好，我在休假。').automation).toBe('auto-reply');
  });

  it.each([
    '您好，您的来信我已收到，会尽快回复您，谢谢！',
    '邮件已收到，祝工作顺利。——小王',
    '我正在休假，无法及时回复邮件，有急事请致电同事。',
    'Thank you. Your message has been received, I will reply as soon as possible.',
  ])('is known by a text that says nothing else: %s', (text) => expect(read('', text).automation).toBe('auto-reply'));

  it.each([
    '您的来信收到了，但油烟还是很大。',
    '收到你们的邮件，桃浦路18号的夜间施工仍在继续',
    '谢谢，来信收到。补充：工地在真南路口',
    '邮件收到了吗？',
  ])('is not seen in a person’s answer: %s', (text) => expect(read('', text).automation).toBeNull());

  it('is what comes with an empty return path (RFC 3834 §2)', () => {
    expect(read('Return-Path: <>').automation).toBe('auto-reply');
  });

  it.each(['外出遛狗时发现河水发黑', '自动回复功能坏了', '关于自动回复的投诉', 'Re: 自动回复: 您的来信已收到', '休假村排污'])(
    'is not seen in a citizen’s subject %s',
    (subject) => expect(withSubject(subject)).toBeNull(),
  );

  it.each(['Auto-Submitted: no', 'X-Auto-Response-Suppress: All', 'X-Autoreply: no'])('is not seen in %s', (header) => {
    expect(read(header)).toMatchObject({ automation: null, replyTo: 'li@example.com' });
  });
});

describe('a bounce', () => {
  const report = `Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

The mail could not be delivered.
--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; wang@example.com
Action: failed
Status: 5.1.1
--b
Content-Type: text/rfc822-headers

Message-ID: <y.7.abc@hub.example>
Subject: reply
--b--`;
  const [headers, ...rest] = report.split('\n\n');

  it('is known by its report', () => {
    expect(read(headers!, rest.join('\n\n'))).toMatchObject({ automation: 'bounce', replyTo: '' });
  });

  it('is not seen where a person writes from postmaster', () => {
    const mail = '桃浦路一处工地夜里还在打桩，请来看看。';
    expect(readMail(Buffer.from(`From: Li <postmaster@example.com>\nSubject: 工地\n\n${mail}`)).automation).toBeNull();
  });

  it.each(['Could not be delivered to: <wang@example.com>', '很抱歉，您发送的邮件被退回。收件人：wang@example.com'])(
    'is known by what an empty return path says: %s',
    (text) =>
      expect(readMail(Buffer.from(`Return-Path: <>\nFrom: a@example.com\nSubject: x\n\n${text}`)).automation).toBe('bounce'),
  );

  it.each(['X-Failed-Recipients: wang@example.com', 'Return-Path: <>\nSubject: Undelivered Mail Returned to Sender'])(
    'is known by %s',
    (given) => {
      const mail = given.includes('Subject')
        ? `From: x@example.com\n${given}\n\nx`
        : `From: x@example.com\nSubject: y\n${given}\n\nx`;
      expect(readMail(Buffer.from(mail)).automation).toBe('bounce');
    },
  );

  it.each(['MAILER-DAEMON@example.com', 'postmaster@example.com', 'Mail Delivery Subsystem <x@example.com>'])(
    'is known by its sender %s',
    (from) => {
      expect(readMail(Buffer.from(`From: ${from}\nSubject: 系统退信\n\nx`)).automation).toBe('bounce');
    },
  );

  it('is not seen in a citizen’s words about one', () => {
    expect(withSubject('退信：我寄给你们的信被退回')).toBeNull();
  });
});

describe('a complaint of a provider', () => {
  it('is known by its report and is no answer of a citizen', () => {
    const parts = 'Content-Type: multipart/report; report-type=feedback-report; boundary=b';
    const body = '--b\n\nAn abuse report\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--';
    expect(read(parts, body)).toMatchObject({ automation: 'complaint', replyTo: '' });
  });
});

describe('a bulk mail', () => {
  it.each([
    'List-Id: <news.example.com>',
    'List-Unsubscribe: <mailto:x@example.com>',
    'Precedence: bulk',
    'Precedence: list',
    'Feedback-ID: 1:a',
  ])('is known by %s', (header) => expect(read(header)).toMatchObject({ automation: 'bulk', replyTo: '' }));
});
