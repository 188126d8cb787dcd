import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Tree } from './tree';

type Tell = (key: string, message: string) => void;

const IMAP_WANTED = '收邮件要用 IMAP，系统不收 POP3：POP3 说不清哪封收过。请在邮箱里打开 IMAP';

/** What of a mailbox hangs together; told before its single settings, of which only the first fault is kept. */
export function checkMailbox(channel: Tree, tell: Tell): void {
  const { type, port, password, tokenFile, ca } = channel;
  if (/^(?:pop3?s?|imaps?|e?mail)$/i.test(String(type))) {
    tell('type', /^p/i.test(String(type)) ? `${IMAP_WANTED}，type 写 mailbox。` : '邮箱的 type 请写 mailbox。');
  }
  if (type !== 'mailbox') return;
  if ([110, 995].includes(Number(port))) tell('port', `${String(port)} 是 POP3 的端口。${IMAP_WANTED}，端口一般是 993。`);
  if (password !== undefined && tokenFile !== undefined) {
    tell('tokenFile', 'password 和 tokenFile 只能写一个：用密码（授权码）登录的写 password，用令牌登录的写 tokenFile。');
  } else if (password === undefined && tokenFile === undefined) {
    tell('password', '没有写怎样登录。用密码（授权码）登录的写 password，用令牌登录的（Exchange Online）写 tokenFile。');
  }
  if (typeof ca === 'string') checkCertificates(ca, (message) => tell('ca', message));
}

function checkCertificates(path: string, tell: (message: string) => void): void {
  try {
    new X509Certificate(readFileSync(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).syscall !== undefined;
    tell(missing ? `证书文件“${path}”打不开，请检查路径和权限。` : `“${path}”不是证书文件。请写签发者证书的 PEM 文件。`);
  }
}
