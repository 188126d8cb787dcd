import { setTimeout as sleep } from 'node:timers/promises';
import { CookieJar, GuardedHttp, HttpTrouble, type HttpAnswer, type HttpRequest } from '@hub/http';
import { ChannelTrouble } from '../channel-trouble';
import { logIn } from './login';
import type { Page, Validators } from './page';
import { DEFAULT_PAUSE_MS, DEFAULT_TIMEOUT_MS, kindOfSite, type SiteProfile } from './profile';
import { PageMissing, PageRefused } from './site-trouble';

const ACCEPT = {
  html: 'text/html, application/xhtml+xml',
  json: 'application/json',
  rss: 'application/rss+xml, application/xml',
};
const WEB_PORTS = [80, 443, 8080, 8443];
const DAY_MS = 86_400_000;
/** A site that asks for a rest without saying how long. */
const REST_MS = 60_000;

/** Asks one page at a time and rests in between, so that a small site does not feel us. Errors are told in Chinese. */
export class SiteWeb {
  private readonly http: GuardedHttp;
  private readonly jar = new CookieJar();
  private restUntil = 0;
  private loggedIn = false;

  constructor(
    private readonly source: string,
    private readonly profile: SiteProfile,
  ) {
    const timeoutMs = profile.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const own = Number(new URL(profile.listUrl).port);
    this.http = new GuardedHttp({
      connectMs: timeoutMs,
      headersMs: timeoutMs,
      totalMs: timeoutMs * 2,
      allowInward: profile.allowInward ?? [],
      ports: own ? [...WEB_PORTS, own] : WEB_PORTS,
    });
  }

  /** A page, or `same` where it is as `known` tells. */
  async get(url: URL, known?: Validators | null): Promise<Page | 'same'> {
    const headers = {
      accept: ACCEPT[kindOfSite(this.profile)],
      ...(known?.etag ? { 'if-none-match': known.etag } : {}),
      ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    };
    await this.enter();
    let answer = await this.send(url, { headers });
    if (this.isShutOut(answer) && this.loggedIn) {
      // A session ends some day; what is refused after a fresh login is refused, and so is a token.
      this.loggedIn = false;
      await this.enter();
      answer = await this.send(url, { headers });
    }
    if (this.isShutOut(answer))
      throw new ChannelTrouble(
        `“${this.source}”登录之后仍不让看 ${url.pathname}（${answer.status}）。请检查渠道设置里的 login，密码或令牌可能过期了。`,
        'login',
        REST_MS,
      );
    return this.pageOf(url, answer, Boolean(known));
  }

  /** One request under the site's session, at its pace. */
  async send(url: URL, request: HttpRequest): Promise<HttpAnswer> {
    await sleep(Math.max(0, this.restUntil - Date.now()));
    const { login } = this.profile;
    const token = login && 'header' in login ? { [login.header]: login.value } : {};
    try {
      // Another site's page is not the one the office asked us to read.
      return await this.http.send(url, {
        ...request,
        headers: { ...request.headers, ...(url.origin === new URL(this.profile.listUrl).origin ? token : {}) },
        cookies: this.jar,
        sameOrigin: true,
      });
    } catch (error) {
      throw this.unreached(error);
    } finally {
      this.restUntil = Date.now() + (this.profile.pauseMs ?? DEFAULT_PAUSE_MS);
    }
  }

  /** Logs in by form where the profile has one and nobody is in. */
  async enter(): Promise<void> {
    const { login } = this.profile;
    if (!login || 'header' in login || this.loggedIn) return;
    this.jar.clear();
    await logIn(login, this.source, (url, request) => this.send(url, request));
    this.loggedIn = true;
  }

  private isShutOut(answer: HttpAnswer): boolean {
    const { login } = this.profile;
    if (!login) return false;
    const atLogin = 'page' in login && answer.url.pathname === new URL(login.page).pathname;
    return atLogin || answer.status === 401 || (answer.status === 403 && 'page' in login);
  }

  private unreached(error: unknown): Error {
    if (!(error instanceof HttpTrouble)) return error as Error;
    const words = `“${this.source}”：${error.message}`;
    if (error.code === 'too-big' || error.code === 'redirects' || error.code === 'garbled') return new PageRefused(words);
    const kind = error.code === 'inward' || error.code === 'address' ? 'settings' : 'unreachable';
    return new ChannelTrouble(words, kind, 0, error);
  }

  private pageOf(url: URL, answer: HttpAnswer, conditional: boolean): Page | 'same' {
    const { status, headers, bytes } = answer;
    if (status === 304 && conditional) return 'same';
    if (status === 404 || status === 410)
      throw new PageMissing(`“${this.source}”没有 ${url.pathname} 这一页（${status}）。请检查渠道设置里的地址。`, status);
    if (status === 429 || status >= 500) throw this.busy(status, headers['retry-after']);
    if (status !== 200)
      throw new PageRefused(`“${this.source}”没有给 ${url.pathname}（${status}）。请检查渠道设置，或问网站是否不让程序读取。`);
    return {
      url: answer.url,
      bytes,
      contentType: headers['content-type'] ?? '',
      etag: headers.etag && headers.etag.length <= 200 ? headers.etag : null,
      lastModified: headers['last-modified']?.slice(0, 60) ?? null,
    };
  }

  /** The site is left alone for as long as it asks. */
  private busy(status: number, retryAfter: string | undefined): ChannelTrouble {
    const asked = restAsked(retryAfter, Date.now());
    const holdMs = asked ?? (status === 429 ? REST_MS : 0);
    const wait = asked ? `它要我们过 ${Math.ceil(asked / 1000)} 秒再来，到时再试` : '稍后再试';
    return new ChannelTrouble(
      `“${this.source}”现在不接待（${status}），${wait}。`,
      status === 429 ? 'throttled' : 'unreachable',
      holdMs,
    );
  }
}

/** Retry-After in milliseconds, by seconds or by date (RFC 9110 §10.2.3), a day at most; null where it says nothing. */
export function restAsked(header: string | undefined, now: number): number | null {
  const text = (header ?? '').trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return text && Number.isFinite(ms) ? Math.min(Math.max(ms, 0), DAY_MS) : null;
}
