import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { TcpProxy } from './tcp-proxy';

describe('the fault proxy', () => {
  /** A server that answers everything it hears with the same in capitals. */
  let echo: Server;
  let proxy: TcpProxy;
  let heard: string;
  const open: Socket[] = [];
  beforeEach(async () => {
    heard = '';
    echo = createServer({ allowHalfOpen: true }, (socket) => {
      open.push(socket);
      socket.on('error', () => {});
      socket.on('end', () => socket.end());
      socket.on('data', (chunk) => {
        heard += String(chunk);
        socket.write(String(chunk).toUpperCase());
      });
    }).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await TcpProxy.open((echo.address() as AddressInfo).port);
  });
  afterEach(async () => {
    open.splice(0).forEach((socket) => socket.destroy());
    await proxy.close();
    await new Promise((done) => echo.close(done));
  });

  const client = () => {
    const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    open.push(socket);
    const seen = { text: '', end: false, error: '' };
    socket.on('data', (chunk) => (seen.text += String(chunk)));
    socket.on('end', () => (seen.end = true));
    socket.on('error', (error) => (seen.error = (error as NodeJS.ErrnoException).code ?? ''));
    return { socket, seen };
  };
  const until = async (holds: () => boolean) => {
    for (let tries = 0; tries < 200 && !holds(); tries++) await rest(10);
    expect(holds()).toBe(true);
  };

  it('carries bytes both ways where no fault is asked for', async () => {
    const { socket, seen } = client();
    socket.end('hello');
    await until(() => seen.end);
    expect([heard, seen.text]).toEqual(['hello', 'HELLO']);
    expect(proxy.carried).toEqual({ up: 5, down: 5 });
  });

  it('cuts after the very byte it was told', async () => {
    proxy.behave({ down: { kind: 'cut', after: 3 } });
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => seen.end);
    expect([seen.text, proxy.struck]).toEqual(['HEL', 1]);
  });

  it('cuts what the client says as well', async () => {
    proxy.behave({ up: { kind: 'cut', after: 2 } });
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => seen.end);
    expect(heard).toBe('he');
  });

  it('resets', async () => {
    proxy.behave({ down: { kind: 'reset', after: 1 } });
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => seen.error !== '');
    expect(seen.error).toBe('ECONNRESET');
  });

  it('swallows: nothing more arrives and nobody is told', async () => {
    proxy.behave({ down: { kind: 'swallow', after: 2 } });
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => heard === 'hello' && seen.text === 'HE');
    socket.write(' again');
    await until(() => heard === 'hello again');
    expect(seen).toEqual({ text: 'HE', end: false, error: '' });
  });

  it('half-closes: the client hears the end, the server still hears the client', async () => {
    proxy.behave({ down: { kind: 'half-close', after: 2 } });
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => seen.end);
    socket.write(' still');
    await until(() => heard === 'hello still');
    expect(seen.text).toBe('HE');
  });

  it('drips and delays, and loses nothing by it', async () => {
    proxy.behave({ up: { kind: 'drip', bytes: 1, ms: 1 }, down: { kind: 'latency', ms: 5 } });
    const { socket, seen } = client();
    socket.end('hello');
    await until(() => seen.end);
    expect(seen.text).toBe('HELLO');
    expect(proxy.carried.up).toBe(5);
  });

  it('gives each connection its own script', async () => {
    proxy.behave((connection) => (connection === 1 ? { down: { kind: 'cut', after: 1 } } : {}));
    for (const expected of ['H', 'HELLO']) {
      const { socket, seen } = client();
      socket.end('hello');
      await until(() => seen.end);
      expect(seen.text).toBe(expected);
    }
  });

  it('ends the lines that are open when it is told', async () => {
    const { socket, seen } = client();
    socket.write('hello');
    await until(() => seen.text === 'HELLO');
    proxy.cut();
    await until(() => seen.end);
    expect(proxy.connections).toBe(1);
  });
});
