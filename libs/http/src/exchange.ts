import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { HttpTrouble } from './http-trouble';
import { readBody } from './read-body';

export interface HttpLimits {
  readonly connectMs: number;
  /** From the connection to the answer's head. */
  readonly headersMs: number;
  /** All hops together, with their bodies. */
  readonly totalMs: number;
  readonly maxBytes: number;
}

export interface Exchange {
  readonly url: URL;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
  readonly lookup: LookupFunction;
  readonly limits: HttpLimits;
  readonly signal: AbortSignal;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} 秒`;

/** One request and its answer over a connection of its own, with no redirect followed. */
export function exchange({ url, method, headers, body, lookup, limits, signal }: Exchange): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let sent = false;
    let timer: NodeJS.Timeout | undefined;
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { method, headers, lookup, agent: false, signal, maxHeaderSize: 32 << 10 });
    const limit = (ms: number, what: string) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => request.destroy(new HttpTrouble('timeout', `${url.host} ${what}（等了 ${seconds(ms)}）。`, sent)),
        ms,
      );
    };
    const fail = (error: unknown) => {
      clearTimeout(timer);
      reject(troubleOf(error, url, sent, signal, limits));
    };
    limit(limits.connectMs, '连接不上');
    request.once('socket', (socket) =>
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        sent = true;
        limit(limits.headersMs, '没有回答');
      }),
    );
    request.once('error', fail);
    request.once('response', (response: IncomingMessage) => {
      clearTimeout(timer);
      readBody(response, limits.maxBytes).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
        (error: unknown) => {
          request.destroy();
          fail(error);
        },
      );
    });
    request.end(body);
  });
}

function troubleOf(error: unknown, url: URL, sent: boolean, signal: AbortSignal, limits: HttpLimits): HttpTrouble {
  if (error instanceof HttpTrouble) return error;
  if (signal.aborted) return new HttpTrouble('timeout', `${url.host} 太慢，${seconds(limits.totalMs)}内没有答完。`, sent, error);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code))
    return new HttpTrouble(
      'unresolved',
      `找不到 ${url.hostname} 这个网址。请检查地址，或看看本机的网络和域名解析。`,
      false,
      error,
    );
  if (sent) return new HttpTrouble('cut', `和 ${url.host} 的连接中途断了（${code || message}）。`, true, error);
  return new HttpTrouble('unreached', `连不上 ${url.host}（${code || message}）。请检查网络和地址。`, false, error);
}
