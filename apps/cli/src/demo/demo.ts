import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { UserAdminService, type NewUser } from '@hub/casework';
import { CHANNEL_WORDS, Fault, ROLE_WORDS, table, type ChannelName, type Role } from '@hub/domain';
import { OperationsQuery, QueueQuery } from '@hub/persistence';
import { queueRows, queueTable } from '../commands/queue';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { options, whole } from '../usage';
import { Clerk } from './clerk';
import { HubProcess } from './hub-process';
import { anyPort, portFree } from './free-port';
import { serveSite } from './site-server';
import { writeGuide } from './guide';
import { publishSome } from './publishing';
import { playStory, takeInByHand } from './story';
import { workDay } from './work-day';

const ROOT = resolve(__dirname, '../../../../..');
const SAMPLES = join(ROOT, 'samples');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The invented bureau, whole: every door, the queue, an answer, a transfer. */
export async function demo(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'npm run demo -- [--port N] [--data 目录] [--once]';
  const { values } = options(
    argv,
    { port: { type: 'string' }, data: { type: 'string' }, once: { type: 'boolean' } } as const,
    usage,
  );
  const data = resolve(values.data ?? join(ROOT, 'var/demo'));
  const port = values.once && !values.port ? await anyPort() : whole(values.port, 3000, '--port');
  if (!(await portFree(port)))
    throw new Fault('unavailable', 'port', `端口 ${port} 已被占用。`, '请用 npm run demo -- --port N 换一个端口。');
  process.chdir(ROOT);
  mkdirSync(data, { recursive: true });
  const site = await serveSite(join(SAMPLES, 'site'), join(data, 'site-answers.json'));
  const url = `http://localhost:${port}`;
  const env = environment(data, port, url, site.url);
  Object.assign(process.env, env);
  const users = JSON.parse(readFileSync(join(SAMPLES, 'users.json'), 'utf8')) as NewUser[];
  await addUsers(users, env);
  const stop = untilInterrupted();
  say('启动服务 …');
  const hub = await HubProcess.start(join(ROOT, 'dist/apps/hub/src/main.js'), env, url, join(data, 'hub.log'));
  const show = async (): Promise<void> => {
    await fill(hub.url, data, users, env);
    await report(users, url, env, values.once === true);
    if (values.once) return;
    say('按 Ctrl-C 结束。');
    await stop;
  };
  try {
    await Promise.race([
      show(),
      stop,
      hub.ended.then(() => Promise.reject(new Fault('unavailable', 'hub', `服务停了：${hub.lastWords()}`))),
    ]);
  } finally {
    await hub.stop();
    site.close();
  }
  return 0;
}

function environment(data: string, port: number, url: string, site: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    HUB_CONFIG_DIR: join(ROOT, 'config'),
    HUB_CHANNELS_FILE: join(SAMPLES, 'channels.yaml'),
    HUB_DATABASE_URL: `sqlite:${join(data, 'hub.db')}`,
    HUB_DATA_DIR: data,
    HUB_PORT: String(port),
    HUB_PUBLIC_URL: url,
    HUB_ROLES: '',
    HUB_SECRET_KEY: '',
    DEMO_SITE_URL: site,
  };
}

const addUsers = (users: readonly NewUser[], env: NodeJS.ProcessEnv): Promise<void> =>
  withHub(async ({ app }) => {
    const there = new Set((await app.get(OperationsQuery).users()).map(({ account }) => account));
    for (const user of users) if (!there.has(user.account)) await app.get(UserAdminService).add(user);
  }, env);

/** Once per data folder; a demo that is started again shows what it had. */
async function fill(url: string, data: string, users: readonly NewUser[], env: NodeJS.ProcessEnv): Promise<void> {
  const office = users.find(({ role }) => role === 'dispatcher')!;
  const filled = join(data, 'filled');
  if (existsSync(filled)) return;
  say('收来件：网上、登记 …');
  // A demo that was broken off goes on behind the entries, which would be other appeals the second time.
  const entered = join(data, 'entered');
  if (!existsSync(entered)) await takeInByHand(url, SAMPLES, office);
  writeFileSync(entered, new Date().toISOString());
  say('收来件：信箱、热线台账、投诉网站 …');
  await everyChannelPassed(await Clerk.signIn(url, office.account, office.password));
  say('办一件、转一件 …');
  await playStory(url, SAMPLES, office, env);
  say('科室办理 …');
  await workDay(url, SAMPLES, users);
  say('公开几件办结的 …');
  await publishSome(url, SAMPLES, users);
  await writeGuide(url, SAMPLES, users);
  writeFileSync(filled, new Date().toISOString());
}

async function everyChannelPassed(clerk: Clerk): Promise<void> {
  for (const until = Date.now() + 90_000; ; await rest(300)) {
    const channels = await clerk.get<{ name: string; state: string; lastError: string | null }[]>('/channels');
    if (channels.every(({ state }) => state === 'ok')) return;
    const trouble = channels.find(({ state }) => state !== 'ok');
    if (Date.now() > until)
      throw new Fault('unavailable', 'demo', `渠道 ${trouble?.name} 没有收完：${trouble?.lastError ?? '还在收'}`);
  }
}

async function report(users: readonly NewUser[], url: string, env: NodeJS.ProcessEnv, once: boolean): Promise<void> {
  await withHub(async ({ app, settings }) => {
    const all = await queueRows(app.get(QueueQuery), 1_000_000, true);
    const waiting = await app.get(OperationsQuery).waitingItems(500);
    const counts = new Map<ChannelName, number>();
    for (const { channel } of all) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    const by = [...counts].map(([channel, count]) => `${CHANNEL_WORDS[channel]} ${count}`).join('，');
    if (once) process.stdout.write(queueTable(await queueRows(app.get(QueueQuery), 1_000_000), settings.office));
    process.stdout.write(`\n共 ${all.length} 件（${by}），待人工处理 ${waiting.length} 项。\n`);
    if (once) return;
    process.stdout.write(`\n群众：${url}/\n办理台：${url}/console\n\n演示账号（密码都是 ${users[0]!.password}）：\n`);
    process.stdout.write(
      table(
        ['账号', '姓名', '角色'],
        users.map(({ account, name, role }) => [account, name, ROLE_WORDS[role as Role]]),
      ),
    );
  }, env);
}

function untilInterrupted(): Promise<void> {
  return new Promise((done) => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}
