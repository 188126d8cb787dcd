import type { ImapFlowError } from 'imapflow';

export interface ImapPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
}

/** An error that already says in Chinese what is wrong. */
export class ImapTrouble extends Error {}

const UNREACHED = new Set([
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'ClosedAfterConnectText',
  'ClosedAfterConnectTLS',
]);
const CUT = new Set(['NoConnection', 'EConnectionClosed', 'StateLogout', 'ETIMEOUT', 'EPIPE']);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|ALTNAME/;
const CIPHER = /^(?:ERR_SSL|ERR_TLS|EPROTO|UPGRADE_TIMEOUT|STARTTLS)/;

/** What a failure of the mailbox means and what would help, in Chinese. */
export function troubleOf(error: unknown, { host, port, user, folder }: ImapPlace): Error {
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
    mailboxMissing,
    responseText,
    response,
    serverResponseCode,
    message,
  } = error as ImapFlowError;
  const said = String(responseText ?? (typeof response === 'string' ? response : '') ?? '').slice(0, 200);
  const words = `${said} ${message}`;
  const at = `${host}:${port}`;
  const tell = (text: string) => new Error(text, { cause: error });

  if (/unsafe login/i.test(words))
    return tell(
      `${host} 认为这次登录不安全，报了客户端名（ID 命令）仍不让打开文件夹。请在网页邮箱里打开 IMAP、允许第三方客户端收信，并使用授权码。`,
    );
  if (code === 'ETHROTTLE' || /throttl|too many|rate limit|try again later/i.test(words) || serverResponseCode === 'UNAVAILABLE')
    return tell(`${host} 暂时不让登录（${said || message}）。请过一段时间再试，并检查有没有别的程序在频繁收这个邮箱。`);
  if (authenticationFailed)
    return tell(
      `用户名或密码被拒（${user}，${at}）。请检查渠道设置里的 user 和密码；163、QQ 等邮箱要用授权码，并在网页邮箱里打开 IMAP。`,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return tell(`找不到主机 ${host}。请检查渠道设置里的 host 和本机的 DNS。`);
  if (CERTIFICATE.test(code))
    return tell(`${at} 的证书不被信任（${code}）。请检查 host 是否写成证书上的名字；自签的证书请加入系统的信任列表。`);
  if (tlsFailed || CIPHER.test(code))
    return tell(`和 ${at} 建立加密连接失败（${code || message}）。993 端口请用 tls: required，143 端口请用 tls: starttls。`);
  if (UNREACHED.has(code)) return tell(`连不上 ${at}（${code}）。请检查渠道设置里的 host 和 port、网络和防火墙。`);
  if (mailboxMissing) return tell(`邮箱里没有文件夹“${folder}”。请检查渠道设置里的 folder。`);
  if (CUT.has(code)) return tell(`和 ${at} 的连接断了（${code}），下一轮会再收。`);
  return tell(`收 ${host} 的信时出错：${said || message}。请检查渠道设置，或把这句话发给邮箱的管理员。`);
}
