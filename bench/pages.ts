import { spawn, type ChildProcess } from 'node:child_process';
import { Agent } from 'node:http';
import { join } from 'node:path';
import type { Settings } from '@hub/settings';
import { inLanes, shown, spread, timed, type Line, type Spread } from './figures';
import { call, ready, startHub, stopHub } from './hub';
import { freePort } from './mariadb';

export interface Pages {
  readonly engine: string;
  /** A database that the hub may fill. */
  readonly url: string;
}

const PATHS: readonly (readonly [string, string])[] = [
  ['/', '打开首页'],
  ['/submit', '打开“我要反映”'],
  ['/track', '打开“查进度”'],
];
const TIMES = 300;

interface Figures {
  readonly one: Spread;
  readonly perSecond: number;
}

/** The citizens' pages over HTTP beside a page of as many bytes from Express alone, both as processes of their own. */
export async function measurePages({ engine, url }: Pages, settings: Settings): Promise<Line[]> {
  const port = await freePort();
  const hub = startHub({ ...settings, databaseUrl: url }, port, 'portal');
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const lines: Line[] = [];
  try {
    await ready(hub, agent, port);
    for (const [path, name] of PATHS) {
      const { text } = await call(agent, port, path);
      const bare = await besideBare(agent, text.length);
      const ours = await askFor(agent, port, path);
      const about = { peers: '', note: `${(Buffer.byteLength(text) / 1024).toFixed(1)} KB；旁边是光用 Express 送同样大的网页` };
      lines.push(
        {
          ...about,
          what: `${engine} ${name}，p50 / p99 毫秒`,
          ours: shown(ours.one),
          bare: shown(bare.one),
          ratio: ours.one.p50 / bare.one.p50,
        },
        {
          ...about,
          what: `${engine} ${name}，8 路，次/秒`,
          ours: ours.perSecond.toFixed(0),
          bare: bare.perSecond.toFixed(0),
          ratio: ours.perSecond / bare.perSecond,
        },
      );
    }
    return lines;
  } finally {
    agent.destroy();
    await stopHub(hub);
  }
}

async function besideBare(agent: Agent, letters: number): Promise<Figures> {
  const port = await freePort();
  const bare: ChildProcess = spawn(process.execPath, [join(__dirname, 'bare-page.js'), String(port), String(letters)]);
  try {
    await ready(bare, agent, port);
    return await askFor(agent, port, '/');
  } finally {
    await stopHub(bare);
  }
}

async function askFor(agent: Agent, port: number, path: string): Promise<Figures> {
  const ask = async (): Promise<void> => {
    const { status } = await call(agent, port, path);
    if (status !== 200) throw new Error(`${path} 答 ${status}`);
  };
  const one = await spread(ask, TIMES);
  const eight = await timed(() => inLanes(Array.from({ length: TIMES * 4 }), 8, ask));
  return { one, perSecond: (TIMES * 4 * 1000) / eight.ms };
}
