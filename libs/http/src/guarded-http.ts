import type { IncomingHttpHeaders } from 'node:http';
import { exchange, type HttpLimits, type RawAnswer } from './exchange';
import { Guard, type GuardOptions } from './guard';
import { HttpTrouble } from './http-trouble';
import { ENCODINGS } from './read-body';

/** What remembers cookies between requests. */
export interface Cookies {
  headerFor(url: URL): string | undefined;
  keep(url: URL, lines: readonly string[]): void;
}

export interface GuardedHttpOptions extends GuardOptions, Partial<HttpLimits> {
  /** Redirects that are followed; 0 hands a redirect back as the answer. */
  readonly maxHops?: number;
}

export interface HttpRequest {
  readonly method?: string;
  /** Sent to the first address's origin only, but for `accept` and `user-agent`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly cookies?: Cookies;
  /** Redirects may only lead within the origin of the first address. */
  readonly sameOrigin?: boolean;
}

export interface HttpAnswer {
  /** Where the answer came from, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

const LIMITS: HttpLimits = { connectMs: 5_000, headersMs: 15_000, totalMs: 30_000, maxBytes: 2 << 20 };
const HOPS = 3;
const USER_AGENT = 'Yixiantong/1.0 (citizen feedback hub)';
const CARRIED = new Set(['accept', 'user-agent']);

interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly body: Buffer | undefined;
}

/**
 * Asks the web on the office's behalf and never the office's own network: each address is checked after it is resolved, the
 * connection goes to the checked address, and each redirect is checked again. Throws `HttpTrouble` where there is no answer;
 * every status is an answer.
 */
export class GuardedHttp {
  private readonly guard: Guard;
  private readonly limits: HttpLimits;

  constructor(private readonly options: GuardedHttpOptions = {}) {
    this.guard = new Guard(options);
    this.limits = {
      connectMs: options.connectMs ?? LIMITS.connectMs,
      headersMs: options.headersMs ?? LIMITS.headersMs,
      totalMs: options.totalMs ?? LIMITS.totalMs,
      maxBytes: options.maxBytes ?? LIMITS.maxBytes,
    };
  }

  async send(address: URL | string, request: HttpRequest = {}): Promise<HttpAnswer> {
    const first = parse(address);
    const signal = AbortSignal.timeout(this.limits.totalMs);
    // What the office names may stand inside; what a foreign page redirects to may not, even where it is named.
    const mayGoInward = this.guard.isAllowedInward(first);
    const maxHops = this.options.maxHops ?? HOPS;
    let hop: Hop = {
      url: first,
      method: request.method ?? 'GET',
      body: request.body === undefined ? undefined : Buffer.from(request.body),
    };
    for (let hops = 0; ; hops++) {
      const answer = await this.ask(hop, first, request, mayGoInward, signal);
      const next = maxHops === 0 ? null : nextOf(hop, answer);
      if (!next) return { url: hop.url, ...answer };
      if (hops === maxHops) throw new HttpTrouble('redirects', `${first.host} 转来转去没有尽头（转了 ${hops} 次）。`, true);
      if (request.sameOrigin && next.url.origin !== first.origin)
        throw new HttpTrouble(
          'redirects',
          `${first.host} 把 ${hop.url.pathname} 转到了别的网站（${next.url.host}），没有跟去。`,
          true,
        );
      hop = next;
    }
  }

  private async ask(hop: Hop, first: URL, request: HttpRequest, mayGoInward: boolean, signal: AbortSignal): Promise<RawAnswer> {
    const { url, method, body } = hop;
    this.guard.check(url, mayGoInward);
    const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
    const kept = given.filter(
      ([name]) => (url.origin === first.origin && (body || !name.startsWith('content-'))) || CARRIED.has(name),
    );
    const cookie = request.cookies?.headerFor(url);
    const headers = {
      'user-agent': USER_AGENT,
      accept: '*/*',
      'accept-encoding': ENCODINGS,
      ...Object.fromEntries(kept),
      ...(cookie ? { cookie } : {}),
      ...(body ? { 'content-length': body.length } : {}),
    };
    const lookup = this.guard.lookupFor(url, mayGoInward);
    const answer = await exchange({ url, method, headers, ...(body ? { body } : {}), lookup, limits: this.limits, signal });
    request.cookies?.keep(url, answer.headers['set-cookie'] ?? []);
    return answer;
  }
}

function parse(address: URL | string): URL {
  if (!URL.canParse(String(address)))
    throw new HttpTrouble('address', `“${String(address).slice(0, 200)}”不是网址，要写完整，如 https://…。`);
  return new URL(String(address));
}

/** Where an answer leads on; 307 and 308 repeat what was sent, which another origin must not get. */
function nextOf(hop: Hop, { status, headers }: RawAnswer): Hop | null {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return null;
  if (!URL.canParse(headers.location, hop.url.href))
    throw new HttpTrouble('redirects', `${hop.url.host} 转去的地址写错了。`, true);
  const url = new URL(headers.location, hop.url);
  if (status < 307) return { url, method: hop.method === 'HEAD' ? 'HEAD' : 'GET', body: undefined };
  if (hop.body && url.origin !== hop.url.origin)
    throw new HttpTrouble('redirects', `${hop.url.host} 要把提交的内容转到别的网站（${url.host}），没有跟去。`, true);
  return { ...hop, url };
}
