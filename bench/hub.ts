import { spawn, type ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CaseworkModule, UserAdminService } from '@hub/casework';
import { createLogReader, createMailReader, createReader } from '@hub/channels';
import { createDocumentRenderer } from '@hub/outbound';
import { PersistenceModule } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import { inLanes, spread, timed, type Spread } from './figures';
import { freePort } from './mariadb';

export interface HttpFigures {
  readonly one: Spread;
  /** Requests per second, 8 at once. */
  readonly perSecond: number;
}

const CLERK = { account: 'bench', name: '测速', role: 'dispatcher', unitId: null, password: 'bench-only-Kz7-2026' };
const HUB = resolve(__dirname, '../apps/hub/src/main.js');

@Module({})
class AccountModule {}

/** Starts the hub as a process of its own, signs in and asks for one address again and again. */
export async function measureHttp(settings: Settings, path: string, times = 300): Promise<HttpFigures> {
  const { ask, stop } = await signedInHub(settings, 'api');
  try {
    const one = await spread(() => ask(path), times);
    const eight = await timed(() => inLanes(Array.from({ length: times * 2 }), 8, () => ask(path)));
    return { one, perSecond: (times * 2 * 1000) / eight.ms };
  } finally {
    await stop();
  }
}

export interface SignedInHub {
  readonly hub: ChildProcess;
  /** What the address answers; a text is posted as JSON, bytes as a file. */
  ask<T>(path: string, body?: string | Buffer): Promise<T>;
  stop(): Promise<void>;
}

/** The hub as a process of its own, with a clerk who has signed in. */
export async function signedInHub(settings: Settings, roles: string): Promise<SignedInHub> {
  await addClerk(settings);
  const port = await freePort();
  const hub = startHub(settings, port, roles);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const stop = async () => {
    agent.destroy();
    await stopHub(hub);
  };
  try {
    await ready(hub, agent, port);
    const { account, password } = CLERK;
    const signedIn = await call(agent, port, '/api/v1/session', {}, JSON.stringify({ account, password }));
    const cookie = String(signedIn.cookie).split(';')[0]!;
    const ask = async <T>(path: string, body?: string | Buffer): Promise<T> => {
      const { status, text } = await call(agent, port, path, { cookie }, body);
      if (status !== 200 && status !== 201) throw new Error(`${path} 答 ${status}：${text.slice(0, 200)}`);
      return JSON.parse(text) as T;
    };
    return { hub, ask, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function stopHub(hub: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => hub.once('exit', resolve));
  if (hub.exitCode === null && hub.signalCode === null && hub.kill('SIGTERM')) await ended;
}

async function addClerk({ databaseUrl, secretKey, filesDir, office, intake, documentTemplates }: Settings): Promise<void> {
  const [reader, logReader] = [createReader({ mail: createMailReader() }), createLogReader({ maxBytes: intake.maxLogBytes })];
  const app = await NestFactory.createApplicationContext(
    {
      module: AccountModule,
      imports: [
        PersistenceModule.forRoot({ databaseUrl, secretKey, filesDir }),
        CaseworkModule.with({ office, reader, logReader, documents: createDocumentRenderer(documentTemplates) }),
      ],
    },
    { logger: ['error', 'warn'] },
  );
  await app.get(UserAdminService).add(CLERK);
  await app.close();
  await Promise.all([reader.close(), logReader.close()]);
}

/** Runs the built hub with these roles; `more` are variables of its own. */
export function startHub(settings: Settings, port: number, roles: string, more: NodeJS.ProcessEnv = {}): ChildProcess {
  const env = {
    ...process.env,
    HUB_ROLES: roles,
    HUB_DATABASE_URL: settings.databaseUrl,
    HUB_DATA_DIR: settings.dataDir,
    HUB_SECRET_KEY: settings.secretKey,
    HUB_PUBLIC_URL: `http://127.0.0.1:${port}`,
    HUB_PORT: String(port),
    NODE_ENV: 'production',
    ...more,
  };
  const hub = spawn(process.execPath, [HUB], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const kill = () => void hub.kill('SIGKILL');
  process.once('exit', kill);
  hub.once('exit', () => process.off('exit', kill));
  return hub;
}

export async function ready(hub: ChildProcess, agent: Agent, port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (hub.exitCode !== null) throw new Error(`服务程序没有启动（${hub.exitCode}）`);
    const answer = await call(agent, port, '/health/live').catch(() => null);
    if (answer?.status === 200) return;
    await sleep(100);
  }
  throw new Error('20 秒内服务程序没有启动');
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookie: string | undefined;
}

export const call = (agent: Agent, port: number, path: string, headers: object = {}, body?: string | Buffer): Promise<Answer> =>
  new Promise((done, fail) => {
    const method = body === undefined ? 'GET' : 'POST';
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream';
    const sent = { ...headers, ...(body === undefined ? {} : { 'content-type': type }) };
    const asked = request({ agent, host: '127.0.0.1', port, path, method, headers: sent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        done({ status: response.statusCode ?? 0, text, cookie: response.headers['set-cookie']?.[0] });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
