// A small real DNS server on a free port: UDP, TCP for long answers, the record types that mail asks for, silence on demand.
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

const TYPES: Record<number, string> = { 1: 'A', 2: 'NS', 15: 'MX', 16: 'TXT', 28: 'AAAA' };
const NXDOMAIN = 3;
const TRUNCATED = 0x0200;
const DATAGRAM = 512;

export class NameServer {
  /** Names asked for, as "TXT name". */
  readonly asked: string[] = [];
  /** Texts by name, and addresses by "A name". */
  readonly zone = new Map<string, string>();
  silent = false;

  private constructor(
    private readonly socket: Socket,
    private readonly lines: Server,
  ) {}

  static async open(): Promise<NameServer> {
    const server: NameServer = new NameServer(createSocket('udp4'), createServer());
    server.socket.on('message', (query, { port, address }) => {
      const answer = server.answer(query);
      if (!server.silent) server.socket.send(answer.length > DATAGRAM ? cutShort(query) : answer, port, address);
    });
    server.lines.on('connection', (line) => {
      line.on('error', () => line.destroy());
      line.on('data', (query) => {
        const answer = server.answer(query.subarray(2));
        const length = Buffer.alloc(2);
        length.writeUInt16BE(answer.length);
        if (!server.silent) line.write(Buffer.concat([length, answer]));
      });
    });
    server.socket.bind(0, '127.0.0.1');
    await once(server.socket, 'listening');
    server.lines.listen(server.socket.address().port, '127.0.0.1');
    await once(server.lines, 'listening');
    server.lines.unref();
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  close(): Promise<void> {
    this.lines.close();
    return new Promise((done) => this.socket.close(() => done()));
  }

  private answer(query: Buffer): Buffer {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const question = query.subarray(12, at + 5);
    const name = labels.join('.').toLowerCase();
    const type = TYPES[query.readUInt16BE(at + 1)] ?? '';
    this.asked.push(`${type} ${name}`);
    const data = this.data(type, name);
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (data ? 0 : NXDOMAIN), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(data ? 1 : 0, 6);
    if (!data) return Buffer.concat([head, question]);
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc00c, 0);
    query.copy(record, 2, at + 1, at + 5);
    record.writeUInt32BE(300, 6);
    record.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, question, record, data]);
  }

  private data(type: string, name: string): Buffer | null {
    if (name === '') return Buffer.from([1, 0x61, 0]);
    const there = this.zone.get(type === 'TXT' ? name : `${type} ${name}`);
    if (there === undefined) return null;
    if (type === 'A') return Buffer.from(there.split('.').map(Number));
    const parts = there.match(/.{1,255}/g) ?? [''];
    return Buffer.concat(parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part)])));
  }
}

/** The question again, with the wish to be asked by TCP. */
function cutShort(query: Buffer): Buffer {
  const answer = Buffer.from(query);
  answer.writeUInt16BE(0x8180 | TRUNCATED, 2);
  return answer;
}
