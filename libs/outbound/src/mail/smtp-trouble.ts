import { clip, oneLine } from '@hub/domain';
import { withoutAddresses } from './address';
import { Undelivered } from './mailer';

/** Steps at which a server speaks of this letter, and not of us or of itself. */
const OF_THE_LETTER = ['MAIL FROM', 'RCPT TO', 'DATA', 'API'];
/** RFC 4954 §6: about our login, at whatever step it is said. */
const WANTS_LOGIN = [530, 534, 538];

const SAID: Readonly<Record<string, string>> = {
  EDNS: '找不到发信服务器，请检查 mail.smtp.host。',
  ESOCKET: '连不上发信服务器，请检查网络和 mail.smtp 的 host、port、secure。',
  ECONNECTION: '和发信服务器的连接断了。',
  ETIMEDOUT: '发信服务器没有在限定时间内回应。',
  ETLS: '发信服务器的加密连接不成，请检查证书和 mail.smtp 的 secure。',
  EAUTH: '发信服务器不让登录，请检查 mail.smtp 的 user 和 password；用令牌的，看 tokenFile 里的令牌是不是过期了。',
  ENOAUTH: '发信服务器要登录，请写 mail.smtp 的 user 和 password。',
};

/** What nodemailer adds to its errors. */
interface SmtpError {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message?: string;
}

/**
 * Nothing at all can be sent: we did not get as far as a letter. A line that was cut or fell silent later may be the fault of
 * the one letter, which must not hold up the others.
 */
function ofTheServer({ code = '', originalCode = '', responseCode, message = '' }: SmtpError): boolean {
  if (responseCode || ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EPROTOCOL'].includes(code)) return true;
  if (code === 'ESOCKET') return !['ECONNRESET', 'EPIPE'].includes(originalCode);
  return code === 'ETIMEDOUT' && /^(?:Connection timeout|Greeting never received)/.test(message);
}

/** RFC 3463: X.1 is about the address, X.2 about the mailbox; greylisting is about the one letter as well. */
const OF_THE_RECIPIENT = /\b4\.[12]\.\d+|\bgr[ae]y-?list/i;

/**
 * The server takes no letter under this envelope sender. Some say so at once, Postfix only when it hears the recipient,
 * Exchange when it has the letter.
 */
export function refusesSender(error: unknown): boolean {
  const { command, responseCode = 0, response = '' } = error as SmtpError;
  if (responseCode < 500 || WANTS_LOGIN.includes(responseCode)) return false;
  return (
    command === 'MAIL FROM' || /\b5\.7\.60\b|SendAsDenied|sender address rejected|not owned by user|mail ?from/i.test(response)
  );
}

/** A line that never stood says nothing against the letter that was to go over it. */
export const openingTrouble = (error: unknown): Undelivered =>
  new Undelivered('server', smtpTrouble(error).message, { ofDomain: true });

/** What nodemailer says, sorted by what would help, with the server's own words; `doubtful` where the letter may have arrived. */
export function smtpTrouble(error: unknown, doubtful = false): Undelivered {
  if (error instanceof Undelivered) return error;
  const known = error as SmtpError;
  if (doubtful)
    return new Undelivered('later', '信已经交给发信服务器，没有等到答复，不知道收下没有。', { doubtful, ofDomain: true });
  const { code = '', command = '', responseCode, response, message } = known;
  const words = oneLine(withoutAddresses(String(response ?? message ?? error)));
  const say = (sentence: string) => clip(`${sentence}${response ? '服务器说' : '详情'}：${words}`, 400);
  if (WANTS_LOGIN.includes(responseCode ?? 0)) return new Undelivered('server', say(SAID.ENOAUTH!));
  if (OF_THE_LETTER.includes(command)) {
    if (responseCode && responseCode >= 500) return new Undelivered('letter', say('对方不收这封信。'));
    if (responseCode)
      return new Undelivered('later', say('对方暂时不收这封信，过后再寄。'), { ofDomain: !OF_THE_RECIPIENT.test(words) });
    if (code === 'EENVELOPE' || code === 'EMESSAGE') return new Undelivered('letter', say('这封信寄不出。'));
  }
  return new Undelivered(ofTheServer(known) ? 'server' : 'later', say(SAID[code] ?? '发信服务器暂时用不了。'), {
    ofDomain: true,
  });
}
