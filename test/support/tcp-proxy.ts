// A TCP proxy that stands before a real server and does to its lines what bad networks do, direction by direction.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

/**
 * What happens to one direction of one connection. `after` counts the bytes that still arrive, to the byte.
 * - `latency`: each piece arrives later.
 * - `drip`: so many bytes at a time, with a pause between.
 * - `cut`: both ends are told that the line is closed.
 * - `reset`: both ends are told with an RST.
 * - `half-close`: only the receiver of this direction is told; the other direction goes on.
 * - `swallow`: the line stays open and nothing more arrives, as when a router forgets it.
 */
export type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'drip'; readonly bytes: number; readonly ms: number }
  | { readonly kind: 'cut' | 'reset' | 'half-close' | 'swallow'; readonly after: number };

/** `up` is from the client to the server, `down` from the server to the client. */
export interface Script {
  readonly up?: Fault;
  readonly down?: Fault;
}

interface Line {
  readonly client: Socket;
  readonly server: Socket;
}

export class TcpProxy {
  /** Connections so far. */
  connections = 0;
  /** Connections to which a fault that ends or silences them has happened. */
  struck = 0;
  /** Bytes that arrived, over all connections. */
  readonly carried = { up: 0, down: 0 };
  private script: (connection: number) => Script = () => ({});
  private readonly lines = new Set<Line>();
  private readonly listener: Server;

  private constructor(private readonly target: number) {
    this.listener = createServer({ allowHalfOpen: true }, (client) => this.serve(client));
  }

  /** Before a server on this machine. */
  static async open(port: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(port);
    proxy.listener.listen(0, '127.0.0.1');
    await once(proxy.listener, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** From the next connection on; a function is asked for each, counted from 1. */
  behave(script: Script | ((connection: number) => Script)): void {
    this.script = typeof script === 'function' ? script : () => script;
  }

  /** Ends every line that is open now. */
  cut(): void {
    for (const line of this.lines) end(line);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.listener.close(() => resolve()));
  }

  private serve(client: Socket): void {
    const { up, down } = this.script(++this.connections);
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const line = { client, server };
    this.lines.add(line);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => end(line));
      socket.on('close', () => this.lines.delete(line));
    }
    void this.carry(line, client, server, 'up', up);
    void this.carry(line, server, client, 'down', down);
  }

  private async carry(line: Line, from: Socket, to: Socket, way: 'up' | 'down', fault?: Fault): Promise<void> {
    let left = fault && 'after' in fault ? fault.after : Infinity;
    try {
      // Without the option a direction that has ended would take the other with it.
      for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        const whole = chunk.length <= left;
        await this.send(to, whole ? chunk : chunk.subarray(0, left), way, fault);
        left -= Math.min(chunk.length, left);
        if (!whole || left === 0) return this.strike(line, from, to, fault!);
      }
      to.end();
    } catch {
      end(line);
    }
  }

  private async send(to: Socket, bytes: Buffer, way: 'up' | 'down', fault?: Fault): Promise<void> {
    const piece = fault?.kind === 'drip' ? fault.bytes : bytes.length;
    for (let at = 0; at < bytes.length; at += piece) {
      if (fault && 'ms' in fault) await rest(fault.ms);
      const part = bytes.subarray(at, at + piece);
      this.carried[way] += part.length;
      if (!to.write(part)) await once(to, 'drain');
    }
  }

  private strike(line: Line, from: Socket, to: Socket, fault: Fault): void {
    this.struck += 1;
    if (fault.kind === 'cut') return end(line);
    // An RST in the same breath as the last bytes would reach some clients as an ordinary end.
    if (fault.kind === 'reset')
      return void setTimeout(() => [line.client, line.server].forEach((socket) => socket.resetAndDestroy()), 5);
    if (fault.kind === 'half-close') to.end();
    // The sender must not notice: what he says is taken and forgotten.
    from.resume().on('end', () => fault.kind === 'half-close' || end(line));
  }
}

/** What was sent before still arrives. */
function end({ client, server }: Line): void {
  for (const socket of [client, server]) socket.destroySoon();
}
