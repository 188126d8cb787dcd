/** The report of a mail system on a letter of ours, as it comes into the mailbox. */
export function aBounce({
  to,
  status,
  action = 'failed',
  original,
}: {
  to: string;
  status: string;
  action?: string;
  original: string;
}): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mail.example>',
    'To: yixiantong@putuo-epb.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=parts',
    '',
    '--parts',
    '',
    'This is the mail system at host mail.example.',
    '--parts',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; 550 ${status} <${to}>: refused`,
    '--parts',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${original}>`,
    '--parts--',
    '',
  ].join('\r\n');
}

/** The complaint of a provider (RFC 5965). */
export const aComplaint = (to: string, original: string): string =>
  [
    'From: fbl@mail.example',
    'Subject: FW: x',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=parts',
    '',
    '--parts',
    '',
    'An abuse report.',
    '--parts',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    `Original-Rcpt-To: ${to}`,
    '--parts',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${original}>`,
    '',
    'x',
    '--parts--',
    '',
  ].join('\r\n');
