import { isIP, type LookupFunction } from 'node:net';
import { lookup } from 'node:dns';
import { isInward } from '@hub/domain';
import { HttpTrouble } from './http-trouble';

export interface GuardOptions {
  /** Hosts (`name` or `name:port`) that the office names itself and that may stand in its own network. */
  readonly allowInward?: readonly string[];
  /** Ports that may be asked; an allowed inward host may use any. */
  readonly ports?: readonly number[];
  /** For tests; the system's resolver otherwise. */
  readonly resolve?: typeof lookup;
}

const WEB_PORTS: readonly number[] = [80, 443, 8080, 8443];

export const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? 443 : 80));
const bare = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Says which addresses may be asked. A host is looked up once, and the connection goes to what was checked. */
export class Guard {
  constructor(private readonly options: GuardOptions) {}

  isAllowedInward(url: URL): boolean {
    const host = bare(url.hostname);
    return (this.options.allowInward ?? []).some(
      (one) => one.toLowerCase() === host || one.toLowerCase() === `${host}:${portOf(url)}`,
    );
  }

  /** Throws where the address itself already tells that it must not be asked. `URL` has made 0x7f.1 and the like plain. */
  check(url: URL, mayGoInward: boolean): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new HttpTrouble('address', `地址 ${url.protocol}// 不是网页地址，只能用 http 或 https。`);
    if (url.username || url.password) throw new HttpTrouble('address', `地址里不能写用户名和密码（${url.host}）。`);
    if (mayGoInward && this.isAllowedInward(url)) return;
    const ports = this.options.ports ?? WEB_PORTS;
    if (!ports.includes(portOf(url)))
      throw new HttpTrouble('address', `没有访问 ${url.host}：端口 ${portOf(url)} 不在允许之列（${ports.join('、')}）。`);
    const host = bare(url.hostname);
    if (isIP(host) && isInward(host)) throw inward(url.host);
  }

  /** The resolver of one connection: it answers with checked addresses only, so that a name cannot change its mind in between. */
  lookupFor(url: URL, mayGoInward: boolean): LookupFunction {
    const resolve = this.options.resolve ?? lookup;
    const unchecked = mayGoInward && this.isAllowedInward(url);
    return (hostname, options, callback) => {
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '');
        const list = addresses ?? [];
        if (list.length === 0) return callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        if (!unchecked && list.some(({ address }) => isInward(address))) return callback(inward(url.host), '');
        if (options.all) return callback(null, list);
        callback(null, list[0]!.address, list[0]!.family);
      });
    };
  }
}

const inward = (host: string): HttpTrouble =>
  new HttpTrouble(
    'inward',
    `没有访问 ${host}：它指向本机或内部网络。确实要用的，请管理员把它写进设置里允许的内部主机（allowInward）。`,
  );
