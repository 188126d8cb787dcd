import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { lookup } from 'node:dns';
import { Guard } from './guard';
import { GuardedHttp, HttpTrouble } from './index';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let port: number;
let answer: Answer;
let asked: { path: string; method: string; headers: IncomingHttpHeaders; body: string }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      asked.push({ path: url, method, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answer = (_, response) => response.end('好');
});

const resolvesTo = (...addresses: string[]) => {
  const calls: string[] = [];
  const resolve = ((host: string, _: unknown, done: (error: null, list: { address: string; family: number }[]) => void) => {
    calls.push(host);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof lookup;
  return { calls, resolve };
};

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof HttpTrouble ? error.code : String(error);
};

const here = (path = '/'): string => `http://127.0.0.1:${port}${path}`;
const open = (options: object = {}) => new GuardedHttp({ allowInward: ['127.0.0.1'], ...options });

describe('an inward address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['one number', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['hexadecimal', '0x7f.0x0.0x0.0x1'],
    ['a short form', '127.1'],
    ['full-width digits', '１２７.0.0.1'],
    ['IPv6', '[::1]'],
    ['IPv4 within IPv6', '[::ffff:127.0.0.1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['cloud metadata', '169.254.169.254'],
  ])('written as %s is refused before anybody is asked', async (_, host) => {
    expect(await codeOf(new GuardedHttp({ ports: [port] }).send(`http://${host}:${port}/`))).toBe('inward');
    expect(asked).toEqual([]);
  });

  it('is refused behind a name, also where only one of several addresses is such', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::1']]) {
      const { resolve } = resolvesTo(...addresses);
      expect(await codeOf(new GuardedHttp({ ports: [port], resolve }).send(`http://tousu.example:${port}/`))).toBe('inward');
    }
    expect(await codeOf(new GuardedHttp({ ports: [port] }).send(`http://localhost:${port}/`))).toBe('inward');
    expect(asked).toEqual([]);
  });

  it('is asked where the office has named the host, with or without its port', async () => {
    for (const name of ['127.0.0.1', `127.0.0.1:${port}`]) {
      const { status, bytes } = await new GuardedHttp({ allowInward: [name] }).send(here());
      expect([status, bytes.toString()]).toEqual([200, '好']);
    }
    expect(await codeOf(new GuardedHttp({ allowInward: ['127.0.0.1:1'], ports: [port] }).send(here()))).toBe('inward');
  });

  it('is refused on a redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: `http://[::1]:${port}/secret` }).end();
    expect(await codeOf(open({ ports: [port] }).send(here()))).toBe('inward');
    expect(asked.map(({ path }) => path)).toEqual(['/']);
  });

  it('is not reached by way of a foreign page, though the office has named it', () => {
    const guard = new Guard({ allowInward: ['127.0.0.1'], ports: [port] });
    expect(() => guard.check(new URL(here()), true)).not.toThrow();
    expect(() => guard.check(new URL(here()), false)).toThrow('内部网络');
  });

  it('cannot be slipped in by a name that changes its mind: it is asked once, and the connection goes to the answer', async () => {
    const { calls, resolve } = resolvesTo('127.0.0.1');
    await new GuardedHttp({ allowInward: ['named.example'], resolve }).send(`http://named.example:${port}/`);
    expect(calls).toEqual(['named.example']);
  });
});

describe('an address', () => {
  it.each([
    ['file:///etc/passwd'],
    ['ftp://example.com/'],
    ['gopher://example.com/'],
    ['http://user:secret@example.com/'],
    ['http://example.com:25/'],
    ['http://example.com:6379/'],
    ['example.com'],
  ])('%s is not taken', async (address) => {
    expect(await codeOf(new GuardedHttp().send(address))).toBe('address');
  });
});

describe('a redirect', () => {
  it('is followed within limits, and by GET where the server says so', async () => {
    answer = (request, response) => {
      if (request.url === '/done') return response.end('到了');
      response.writeHead(303, { location: '/done' }).end();
    };
    const { url, bytes } = await open().send(here('/post'), {
      method: 'POST',
      body: 'a=1',
      headers: { 'Content-Type': 'text/plain' },
    });
    expect([url.pathname, bytes.toString()]).toEqual(['/done', '到了']);
    expect(asked.map(({ method, body }) => [method, body])).toEqual([
      ['POST', 'a=1'],
      ['GET', ''],
    ]);
    expect(asked[1]!.headers).not.toHaveProperty('content-type');
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await codeOf(open().send(here()))).toBe('redirects');
  });

  it('is handed back where none is to be followed', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    expect((await open({ maxHops: 0 }).send(here())).status).toBe(302);
  });

  it('takes no credentials and nothing that was sent to another origin', async () => {
    const other = createServer((request, response) => {
      seen.push(request.headers);
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const seen: IncomingHttpHeaders[] = [];
    const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    answer = (request, response) => response.writeHead(request.url === '/307' ? 307 : 302, { location: elsewhere }).end();
    const headers = { Authorization: 'Bearer abc', 'X-Token': 'abc', Accept: 'text/html' };
    await open().send(here(), { headers });
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toHaveProperty('authorization');
    expect(seen[0]).not.toHaveProperty('x-token');
    expect(seen[0]).toMatchObject({ accept: 'text/html' });
    expect(await codeOf(open().send(here('/307'), { method: 'POST', body: '答复' }))).toBe('redirects');
    expect(await codeOf(open().send(here(), { sameOrigin: true }))).toBe('redirects');
    expect(seen).toHaveLength(1);
    other.close();
  });
});

describe('an answer', () => {
  it.each([
    ['gzip', gzipSync('污染')],
    ['br', brotliCompressSync('污染')],
    ['deflate', deflateSync('污染')],
    ['deflate', deflateRawSync('污染')],
  ])('packed by %s is unpacked', async (encoding, bytes) => {
    answer = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    expect((await open().send(here())).bytes.toString()).toBe('污染');
  });

  it('that is too big is not kept, neither as it comes nor as it unfolds', async () => {
    answer = (_, response) => response.end(Buffer.alloc(300_000));
    expect(await codeOf(open({ maxBytes: 200_000 }).send(here()))).toBe('too-big');
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 << 20)));
    expect(await codeOf(open({ maxBytes: 200_000 }).send(here()))).toBe('too-big');
  });

  it('that is cut is none, whether its length or its packing tells', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('一半');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await codeOf(open().send(here()))).toBe('cut');
    answer = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('污染'.repeat(99)).subarray(0, 30));
    expect(await codeOf(open().send(here()))).toBe('garbled');
  });

  it.each([
    ['never begins', { headersMs: 100 }, () => undefined],
    [
      'never ends',
      { totalMs: 300 },
      (_: IncomingMessage, response: ServerResponse) => {
        const timer = setInterval(() => response.write('.'), 50);
        response.once('close', () => clearInterval(timer));
      },
    ],
  ])('that %s is given up, and may have been taken', async (_, limits, behaviour) => {
    answer = behaviour as Answer;
    await expect(open(limits).send(here())).rejects.toMatchObject({ code: 'timeout', mayHaveArrived: true });
    server.closeAllConnections();
  });

  it('does not come from where nobody listens, and nothing has arrived there', async () => {
    const gone = createTcpServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const address = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`;
    await new Promise((resolve) => gone.close(resolve));
    await expect(open().send(address)).rejects.toMatchObject({ code: 'unreached', mayHaveArrived: false });
  });

  it('that is no HTTP is a trouble and no crash', async () => {
    const odd = createTcpServer((socket) => socket.end('220 mail.example ESMTP\r\n')).listen(0, '127.0.0.1');
    await new Promise((resolve) => odd.once('listening', resolve));
    expect(await codeOf(open().send(`http://127.0.0.1:${(odd.address() as AddressInfo).port}/`))).toBe('cut');
    odd.close();
  });
});
