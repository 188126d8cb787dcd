import type { Cookies } from './guarded-http';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
}

const COOKIES = 50;
const BYTES = 4096;

/** The cookies of one site's session, in memory (RFC 6265); what a host may not set for others is not kept. */
export class CookieJar implements Cookies {
  private readonly cookies = new Map<string, Cookie>();

  headerFor(url: URL): string | undefined {
    const sent = [...this.cookies.values()].filter(
      ({ domain, hostOnly, path, secure }) =>
        (url.hostname === domain || (!hostOnly && url.hostname.endsWith(`.${domain}`))) &&
        (url.pathname === path || url.pathname.startsWith(path.endsWith('/') ? path : `${path}/`)) &&
        (!secure || url.protocol === 'https:'),
    );
    return sent.length ? sent.map(({ name, value }) => `${name}=${value}`).join('; ') : undefined;
  }

  keep(url: URL, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).trim();
      if (at < 1 || !name || line.length > BYTES || this.cookies.size >= COOKIES) continue;
      const attributes = new Map(rest.map((part) => attribute(part)));
      const asked = attributes.get('domain')?.replace(/^\./, '').toLowerCase();
      if (asked && asked !== url.hostname && !(asked.includes('.') && url.hostname.endsWith(`.${asked}`))) continue;
      const path = attributes.get('path')?.startsWith('/') ? attributes.get('path')! : folderOf(url.pathname);
      const cookie: Cookie = {
        name,
        value: pair.slice(at + 1).trim(),
        domain: asked ?? url.hostname,
        hostOnly: !asked,
        path,
        secure: attributes.has('secure'),
      };
      const key = `${cookie.domain}\n${path}\n${name}`;
      if (isOver(attributes)) this.cookies.delete(key);
      else this.cookies.set(key, cookie);
    }
  }

  clear(): void {
    this.cookies.clear();
  }
}

function attribute(part: string): [name: string, value: string] {
  const [name = '', ...value] = part.split('=');
  return [name.trim().toLowerCase(), value.join('=').trim()];
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 1));

function isOver(attributes: ReadonlyMap<string, string>): boolean {
  const age = attributes.get('max-age');
  if (age !== undefined && /^-?\d+$/.test(age)) return Number(age) <= 0;
  const expires = Date.parse(attributes.get('expires') ?? '');
  return expires <= Date.now();
}
