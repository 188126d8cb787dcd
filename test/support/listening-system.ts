import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another system that is told things: it remembers what it heard and answers as it is told to; null is never. */
export class ListeningSystem {
  readonly heard: Heard[] = [];
  answer: number | null = 204;
  headers: Record<string, string> = {};

  private constructor(private readonly server: Server) {}

  static async open(): Promise<ListeningSystem> {
    const server = createServer();
    const system = new ListeningSystem(server);
    server.on('request', (request, response: ServerResponse) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        system.heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        if (system.answer !== null) response.writeHead(system.answer, system.headers).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return system;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
