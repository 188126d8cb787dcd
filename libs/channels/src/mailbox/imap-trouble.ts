import type { TroubleKind } from '@hub/domain';
import type { ImapFlowError } from 'imapflow';
import { ChannelTrouble } from '../channel-trouble';

export interface ImapPlace {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
  readonly tokenFile?: string;
}

/** An error that already says in Chinese what is wrong. */
export class ImapTrouble extends ChannelTrouble {}

/** A refused login is not repeated for a minute, a server that is tired of us is left alone as long as it asks. */
const LOGIN_HOLD_MS = 61_000;
const MARGIN_MS = 1_000;
const LONGEST_MS = 86_400_000;

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
const TIRED = /throttl|too many|rate limit|try again later/i;
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ISSUER|ALTNAME/;
const CIPHER = /^(?:ERR_SSL|ERR_TLS|EPROTO|UPGRADE_TIMEOUT|STARTTLS)/;

const CERTIFICATE_WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: '的证书过期了。请让对方换新证书；系统会自己再试。',
  CERT_NOT_YET_VALID: '的证书还没有生效。请检查本机的时间。',
  ERR_TLS_CERT_ALTNAME_INVALID: '的证书上不是这个名字。请把 host 写成证书上的名字。',
};

/** What a failure of the mailbox means and what would help, in Chinese. */
export function troubleOf(error: unknown, { host, port, user, folder, tokenFile }: ImapPlace): ChannelTrouble {
  const {
    code = '',
    authenticationFailed,
    tlsFailed,
    mailboxMissing,
    responseText,
    response,
    serverResponseCode,
    message,
    throttleReset,
    reason,
  } = error as ImapFlowError & { throttleReset?: number; reason?: string };
  const said = String(responseText ?? (typeof response === 'string' ? response : reason) ?? '').slice(0, 200);
  const words = `${said} ${message}`;
  const at = `${host}:${port}`;
  const tell = (text: string, kind: TroubleKind = 'other', holdMs = 0) => new ImapTrouble(text, kind, holdMs, error);

  if (/unsafe login/i.test(words))
    return tell(
      `${host} 认为这次登录不安全，报了客户端名（ID 命令）仍不让打开文件夹。请在网页邮箱里打开 IMAP、允许第三方客户端收信，并使用授权码。`,
      'login',
      LOGIN_HOLD_MS,
    );
  if (code === 'ETHROTTLE' || TIRED.test(words) || serverResponseCode === 'UNAVAILABLE')
    return tell(
      `${host} 暂时不让登录（${said || message}）。系统会到时候再试；请检查有没有别的程序在频繁收这个邮箱。`,
      'throttled',
      Math.min(Math.max(throttleReset ?? backoffIn(words), LOGIN_HOLD_MS) + MARGIN_MS, LONGEST_MS),
    );
  if (/unsupported authentication mechanism/i.test(message))
    return tell(
      `${at} 不支持${tokenFile ? '用令牌登录（XOAUTH2），请改用 password' : '用密码登录，请改用 tokenFile'}。`,
      'settings',
    );
  if (authenticationFailed)
    return tell(
      tokenFile
        ? `令牌被拒（${user}，${at}），令牌文件 ${tokenFile} 里的令牌多半已过期。请检查换发令牌的程序。`
        : `用户名或密码被拒（${user}，${at}）。请检查渠道设置里的 user 和密码；163、QQ 等邮箱要用授权码，并在网页邮箱里打开 IMAP；Exchange Online 要用 tokenFile。`,
      'login',
      LOGIN_HOLD_MS,
    );
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return tell(`找不到主机 ${host}。请检查渠道设置里的 host 和本机的 DNS。`, 'unreachable');
  if (CERTIFICATE.test(code))
    return tell(
      `${at} ${CERTIFICATE_WORDS[code] ?? `的证书不被信任（${code}）。本单位自己签发的，请把签发者的证书文件写在 ca。`}`,
      'certificate',
    );
  if (tlsFailed || CIPHER.test(code))
    return tell(
      `和 ${at} 建立加密连接失败（${code || message}）。993 端口请用 tls: required，143 端口请用 tls: starttls。`,
      'unreachable',
    );
  if (UNREACHED.has(code)) return tell(`连不上 ${at}（${code}）。请检查渠道设置里的 host 和 port、网络和防火墙。`, 'unreachable');
  if (mailboxMissing) return tell(`邮箱里没有文件夹“${folder}”。请检查渠道设置里的 folder。`, 'settings');
  if (CUT.has(code)) return tell(`和 ${at} 的连接断了（${code}），下一轮会再收。`, 'unreachable');
  return tell(`收 ${host} 的信时出错：${said || message}。请检查渠道设置，或把这句话发给邮箱的管理员。`);
}

const backoffIn = (words: string): number => Number(/backoff time[:=\s]+(\d+)/i.exec(words)?.[1] ?? 0);
