import { clip, oneLine } from '@hub/domain';
import { withoutAddresses } from './address';
import { Undelivered } from './mailer';

/** What nodemailer adds to its errors. */
interface NodemailerError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Steps at which a server speaks of this letter, and not of us or of itself. */
const OF_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA', 'API'];

const SAID: Readonly<Record<string, string>> = {
  EDNS: '找不到发信服务器，请检查 mail.smtp.host。',
  ESOCKET: '连不上发信服务器，请检查网络和 mail.smtp 的 host、port、secure。',
  ECONNECTION: '和发信服务器的连接断了。',
  ETIMEDOUT: '发信服务器没有在限定时间内回应。',
  ETLS: '发信服务器的加密连接不成，请检查证书和 mail.smtp 的 secure。',
  EAUTH: '发信服务器不让登录，请检查 mail.smtp 的 user 和 password。',
  ENOAUTH: '发信服务器要登录，请写 mail.smtp 的 user 和 password。',
};

/** What nodemailer says, sorted by what would help, with the server's own words. */
export function smtpTrouble(error: unknown): Undelivered {
  if (error instanceof Undelivered) return error;
  const { code = '', command = '', responseCode, response, message } = error as NodemailerError;
  const words = oneLine(withoutAddresses(String(response ?? message ?? error)));
  const say = (sentence: string) => clip(words ? `${sentence}服务器说：${words}` : sentence, 400);
  const ofTheLetter = OF_THE_LETTER.includes(command);
  if (ofTheLetter && responseCode && responseCode >= 500) return new Undelivered('letter', say('对方不收这封信。'));
  if (ofTheLetter && responseCode) return new Undelivered('later', say('对方暂时不收这封信，过后再寄。'));
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return new Undelivered('letter', say('这封信寄不出。'));
  const sentence = SAID[code] ?? '发信服务器暂时用不了。';
  // Once the letter was on its way the others may still get through.
  return new Undelivered(command === 'DATA' || command === 'RCPT TO' ? 'later' : 'server', say(sentence));
}
