import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** Serves the made-up complaint site on loopback. Its pages say their own encoding, as old sites do. */
export async function serveSite(folder: string): Promise<{ url: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://site').pathname) || 'list-1.html';
    readFile(join(folder, name)).then(
      (page) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
      () => response.writeHead(404).end('not found'),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** A port that nobody uses, or a fault-free false where the wanted one is taken. */
export async function portFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((answer) => {
    probe.once('error', () => answer(false));
    probe.listen(port, () => probe.close(() => answer(true)));
  });
}

export async function anyPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, done));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
