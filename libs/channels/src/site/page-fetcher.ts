import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_PAUSE_MS, DEFAULT_TIMEOUT_MS } from './profile';

const BYTES_LIMIT = 2 << 20;
const REDIRECT_LIMIT = 3;
const HEADERS = { 'User-Agent': 'Yixiantong/1.0 (citizen feedback intake)', Accept: 'text/html, application/xhtml+xml' };

export interface Page {
  readonly url: URL;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The site answered that there is no such page. */
export class PageMissing extends Error {}

/** The site answered, and trying again will not help: it is about this page, not about the site's day. */
export class PageRefused extends Error {}

/** Fetches one page at a time and rests in between, so that a small site does not feel us. Errors are told in Chinese. */
export class PageFetcher {
  private restUntil = 0;

  constructor(
    private readonly source: string,
    private readonly options: { readonly pauseMs?: number; readonly timeoutMs?: number },
  ) {}

  async get(address: URL): Promise<Page> {
    let url = address;
    for (let hops = 0; hops <= REDIRECT_LIMIT; hops++) {
      const response = await this.request(url);
      if (response.status < 300 || response.status >= 400) return this.page(url, response);
      await response.body?.cancel();
      const next = new URL(response.headers.get('location') ?? '', url);
      // Another site's page is not the one the office asked us to read, and an inner address is none of our business.
      if (next.origin !== address.origin)
        throw new PageRefused(
          `“${this.source}”把 ${url.pathname} 转到了别的网站（${next.host}），没有跟去。请检查渠道设置里的地址。`,
        );
      url = next;
    }
    throw new PageRefused(`“${this.source}”的 ${address.pathname} 转来转去没有尽头。请检查渠道设置里的地址。`);
  }

  private async request(url: URL): Promise<Response> {
    await sleep(Math.max(0, this.restUntil - Date.now()));
    const timeoutMs = this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    try {
      return await fetch(url, { headers: HEADERS, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw this.unreached(error as Error, timeoutMs);
    } finally {
      this.restUntil = Date.now() + (this.options.pauseMs ?? DEFAULT_PAUSE_MS);
    }
  }

  private unreached(error: Error, timeoutMs: number): Error {
    if (error.name === 'TimeoutError') return new Error(`“${this.source}” ${timeoutMs / 1000} 秒内没有回答，稍后再试。`);
    const cause = error.cause as { code?: string; message?: string } | undefined;
    return new Error(
      `连不上“${this.source}”（${cause?.code ?? cause?.message ?? error.message}）。请检查网络和渠道设置里的地址。`,
    );
  }

  private async page(url: URL, response: Response): Promise<Page> {
    const { status } = response;
    if (status !== 200) await response.body?.cancel();
    if (status === 404 || status === 410)
      throw new PageMissing(`“${this.source}”没有 ${url.pathname} 这一页（${status}）。请检查渠道设置里的地址。`);
    if (status === 429 || status >= 500) throw new Error(`“${this.source}”现在不接待（${status}），稍后再试。`);
    if (status !== 200)
      throw new PageRefused(`“${this.source}”没有给 ${url.pathname}（${status}）。请检查渠道设置，或问网站是否不让程序读取。`);
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of response.body ?? []) {
        size += (chunk as Uint8Array).length;
        if (size > BYTES_LIMIT) throw new PageRefused(`“${this.source}”的 ${url.pathname} 超过 2 MB，没有读。`);
        chunks.push(chunk as Uint8Array);
      }
    } catch (error) {
      throw error instanceof PageRefused ? error : this.unreached(error as Error, this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    }
    return { url, bytes: Buffer.concat(chunks), contentType: response.headers.get('content-type') ?? '' };
  }
}
