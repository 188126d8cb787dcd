import { createServer, type AddressInfo, type Server } from 'node:net';

/** A clamd as far as INSTREAM goes: it finds its canary, and can be told to be slow, to give up or to hang up. */
export class FakeClamd {
  static readonly CANARY = 'X5O!P%@AP-CANARY';
  mood: 'well' | 'silent' | 'limits' | 'hangs-up' = 'well';
  seen = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FakeClamd> {
    const server = createServer();
    const clamd = new FakeClamd(server);
    server.on('connection', (line) => {
      let taken = Buffer.alloc(0);
      line.on('error', () => undefined);
      line.on('data', (part) => {
        taken = Buffer.concat([taken, part]);
        const bytes = streamed(taken);
        if (!bytes || clamd.mood === 'silent') return;
        clamd.seen += 1;
        if (clamd.mood !== 'hangs-up') line.write(`${clamd.verdict(bytes)}\0`);
        line.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return clamd;
  }

  get place() {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private verdict(bytes: Buffer): string {
    if (this.mood === 'limits') return 'stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND';
    return bytes.includes(FakeClamd.CANARY) ? 'stream: Test.Canary FOUND' : 'stream: OK';
  }
}

const COMMAND = 'zINSTREAM\0';

/** What was sent, once its end is there. */
function streamed(taken: Buffer): Buffer | null {
  if (!taken.subarray(0, COMMAND.length).equals(Buffer.from(COMMAND))) return null;
  const parts: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= taken.length;) {
    const length = taken.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(taken.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
