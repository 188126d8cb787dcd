import { fateOf } from '@hub/domain';
import { readMail } from './read-mail';

const MARK = `y.7.${'a'.repeat(26)}`;
const SENT = `${MARK}.0011223344556677@hub.example`;

const returned = (text: string, from = 'postmaster@mail.example') =>
  readMail(
    Buffer.from(`From: ${from}\nTo: office@hub.example\nSubject: 系统退信\nContent-Type: text/plain; charset=utf-8\n\n${text}`),
  ).deliveryReport!;

const report = (
  fields: string,
  original = `Content-Type: text/rfc822-headers\n\nMessage-ID: <${SENT}>`,
  type = 'message/delivery-status',
) =>
  readMail(
    Buffer.from(
      `From: MAILER-DAEMON@mail.example\nTo: office@hub.example\nSubject: x\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nCould not deliver.\n--b\nContent-Type: ${type}\n\nReporting-MTA: dns; mail.example\n\n${fields}\n--b\n${original}\n--b--`,
    ),
  ).deliveryReport!;

describe('a report by fields (RFC 3464)', () => {
  it('tells of each recipient his address, action, status and the server’s words', () => {
    const fields = `Final-Recipient: rfc822; a@mail.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such
 user here

Final-Recipient: rfc822;<b@mail.example>
Action: delayed
Status: 4.2.2`;
    expect(report(fields).recipients).toEqual([
      { address: 'a@mail.example', action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 no such user here' },
      { address: 'b@mail.example', action: 'delayed', status: '4.2.2', diagnostic: '' },
    ]);
  });

  it('names whom we wrote to, not the box behind him', () => {
    const fields =
      'Original-Recipient: rfc822;a@mail.example\nFinal-Recipient: rfc822;box@inner.example\nAction: failed\nStatus: 5.2.1';
    expect(report(fields).recipients[0]!.address).toBe('a@mail.example');
  });

  it('takes the more telling code where the field gives only the class', () => {
    const fields = 'Final-Recipient: rfc822;a@mail.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 full';
    expect(report(fields).recipients[0]!.status).toBe('5.2.2');
  });

  it('is read with addresses beyond ASCII (RFC 6533)', () => {
    const fields = 'Final-Recipient: utf-8; \\x{674E}@mail.example\nAction: failed\nStatus: 5.1.1';
    expect(report(fields, undefined, 'message/global-delivery-status').recipients[0]!.address).toBe('李@mail.example');
  });

  it.each([
    ['headers', `Content-Type: text/rfc822-headers\n\nMessage-ID: <${SENT}>`],
    ['mail', `Content-Type: message/rfc822\n\nSubject: x\nMessage-ID: <${SENT}>\n\ntext`],
    [
      'mail with another id',
      `Content-Type: message/rfc822\n\nMessage-ID: <new@mail.example>\nReply-To: office+${MARK}@hub.example\n\ntext`,
    ],
  ])('finds our mark in the returned %s', (_, original) => {
    const { originalMarks } = report('Final-Recipient: rfc822;a@mail.example\nAction: failed\nStatus: 5.1.1', original);
    expect(originalMarks.some((one) => one.includes(MARK))).toBe(true);
  });
});

describe('a report in words', () => {
  const THE_ID = `Message-ID: <${SENT}>`;
  it.each([
    [
      'qmail',
      `Hi. This is the qmail-send program at mail.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<a@mail.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${THE_ID}`,
      '5.1.1',
    ],
    [
      'Exim',
      `This message was created automatically by mail delivery software.\nA message that you sent could not be delivered to one or more of its recipients.\n\n  a@mail.example\n    host mx [192.0.2.1]: 550 5.2.1 disabled\n\n------ This is a copy of the message, including all the headers. ------\n\n${THE_ID}`,
      '5.2.1',
    ],
    [
      'Sendmail',
      `   ----- The following addresses had permanent fatal errors -----\n<a@mail.example>\n    (reason: 552 5.2.2 Mailbox full)\n\n   ----- Original message follows -----\n\n${THE_ID}`,
      '5.2.2',
    ],
    [
      'QQ Mail',
      `尊敬的用户：\n很抱歉，您发送的邮件被退回。\n无法发送到 a@mail.example\n退信原因：收件人邮箱地址不存在，邮件无法送达。\n\n原邮件信头\n${THE_ID}`,
      '5.1.1',
    ],
    [
      'NetEase',
      `抱歉，您的邮件被退回来了。\n收件人： a@mail.example\n退信原因：该用户邮箱空间已满\n英文说明：552 Mailbox full\n\n${THE_ID}`,
      '5.2.2',
    ],
    [
      'Coremail',
      `由 office@hub.example 发出的邮件未能投递至以下收件人：\na@mail.example\n原因：550 User not found: a@mail.example\n\n${THE_ID}`,
      '5.1.1',
    ],
    [
      'Tencent Exmail',
      `你的邮件 a@mail.example 被对方拒收。\n收件人：a@mail.example\n退信原因：对方服务器认为是垃圾邮件\n\n${THE_ID}`,
      '5.7.1',
    ],
  ])('of %s', (_, text, status) => {
    const { recipients, originalMessageId } = returned(text);
    expect([recipients.map(({ address }) => address), recipients[0]!.status, originalMessageId]).toEqual([['a@mail.example'], status, SENT]); // prettier-ignore
  });

  it('that only postpones is no failure', () => {
    const { recipients } = returned('您的邮件暂时未能送达 a@mail.example，系统将继续尝试投递，您不必重发。');
    expect(recipients.map(fateOf)).toEqual(['delayed']);
  });

  it('takes the names of X-Failed-Recipients', () => {
    const mail =
      'From: MAILER-DAEMON@mail.example\nX-Failed-Recipients: a@mail.example, b@mail.example\nSubject: x\n\n550 5.1.1 no';
    expect(readMail(Buffer.from(mail)).deliveryReport!.recipients.map(({ address }) => address)).toEqual(['a@mail.example', 'b@mail.example']); // prettier-ignore
  });

  it.each(['@', '收件人', ' ', '邮件', '<a@', 'Message-ID:', 'a@b.c '])('made of %j over and over is read in no time', (sign) => {
    expect(returned(sign.repeat(60_000)).originalMarks).toEqual([]);
  });
});

describe('a complaint', () => {
  const complaint = (kind: string) =>
    readMail(
      Buffer.from(
        `From: fbl@mail.example\nSubject: x\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nReport\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: ${kind}\nOriginal-Rcpt-To: <a@mail.example>\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <${SENT}>\n\nx\n--b--`,
      ),
    ).deliveryReport!;

  it('names who complained and of which letter', () => {
    expect(complaint('abuse')).toMatchObject({ recipients: [{ address: 'a@mail.example' }], originalMessageId: SENT });
  });

  it('is none where a signature failed or a complaint is taken back', () => {
    expect([complaint('auth-failure').recipients, complaint('not-spam').recipients]).toEqual([[], []]);
  });
});

it('a person’s mail has no report', () => {
  expect(readMail(Buffer.from('From: li@example.com\nSubject: x\n\n油烟')).deliveryReport).toBeNull();
});
