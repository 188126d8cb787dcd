import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChangedEvent } from '@hub/contract';
import { UnitOfWork } from '@hub/persistence';
import { anAppeal } from '../factories/appeal';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

/** One open line, and what has come by it. */
interface Line {
  readonly heard: string[];
  readonly ended: Promise<void>;
  until(sign: string): Promise<void>;
  hangUp(): void;
}

describeBothEngines('the stream of changes', (open) => {
  let hub: Hub;
  let id = 0;
  const lines: Line[] = [];

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('head', 'section-head', 'monitoring');
    await hub.app.listen(0, '127.0.0.1');
  });
  afterEach(() => lines.splice(0).forEach((line) => line.hangUp()));
  afterAll(() => hub.close());

  const listen = async (account: string): Promise<Line> => {
    const { port } = hub.app.getHttpServer().address() as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const { cookie } = hub.as(account);
      get({ port, host: '127.0.0.1', path: '/api/v1/stream', headers: { cookie }, agent: false }, resolve).on('error', reject);
    });
    expect(response.headers['content-type']).toContain('text/event-stream');
    const heard: string[] = [];
    response.setEncoding('utf8').on('data', (part: string) => heard.push(part));
    const ended = new Promise<void>((resolve) => response.on('close', resolve).on('error', () => resolve()));
    const until = async (sign: string) => {
      while (!heard.join('').includes(sign)) await once(response, 'data');
    };
    const line = { heard, ended, until, hangUp: () => void response.destroy() };
    lines.push(line);
    await until('event: alive');
    // Whoever has begun to listen is told of what comes after.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    return line;
  };
  const register = async (unitId: string): Promise<string> => {
    const now = new Date().toISOString();
    const row = anAppeal(++id, { unitId, status: 'assigned', createdAt: now, changedAt: now });
    await hub.app.get(UnitOfWork).run(({ appeals }) => appeals.add([row]));
    return row.number;
  };

  it('tells each person of what is new or changed among the appeals that he sees, and of nothing else', async () => {
    const [office, head] = [await listen('office'), await listen('head')];
    const other = await register('supervision');
    const own = await register('monitoring');
    await Promise.all([office.until(other), office.until(own), head.until(own)]);
    expect(head.heard.join('')).not.toContain(other);
    const [data] = /\{"numbers".*\}/.exec(head.heard.join(''))!;
    expect(JSON.parse(data)).toEqual({ numbers: [own], more: false } satisfies ChangedEvent);
  });

  it('ends with the hub', async () => {
    const line = await listen('office');
    await hub.close();
    await line.ended;
  });
});
