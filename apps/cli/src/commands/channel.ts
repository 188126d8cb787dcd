import { ChannelLeases, ChannelLogService, IntakeService, PostMemoryService, type IntakeResult } from '@hub/casework';
import { channelOf, ChannelTrouble, failureOf, type Channel, takeIn, tryOut, withColumns } from '@hub/channels';
import { INTAKE_OUTCOMES, instant, OUTCOME_WORDS, table, withOffset } from '@hub/domain';
import { ImportQuery, LeaseLost, OperationsQuery, UnitOfWork, type Fence } from '@hub/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { lastValueFrom, map } from 'rxjs';
import { withHub, type HubContext } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, UsageError } from '../usage';

const USAGE = 'yxt channel list | probe 名称 [--force] | run 名称 [--once]';

function channelNamed(hub: HubContext, name: string | undefined, registers: boolean): { channel: Channel; everySeconds: number } {
  const spec = hub.settings.channels.find((one) => one.name === name);
  if (!spec)
    throw new UsageError(`没有名叫“${name ?? ''}”的渠道。`, `可选：${hub.settings.channels.map((one) => one.name).join('、')}。`);
  const operations = hub.app.get(OperationsQuery);
  const imports = hub.app.get(ImportQuery);
  const work = hub.app.get(UnitOfWork);
  const channel = channelOf(spec, {
    logReader: withColumns(hub.logReader, (of) => imports.columnsOf(of)),
    maxMailBytes: hub.settings.intake.maxMailBytes,
    position: (of) => operations.channelPosition(of),
    known: (channel, keys) => operations.knownKeys(channel, keys),
    sites: hub.app.get(PostMemoryService),
    ...(registers
      ? { begin: (of: string, position: string) => work.run(({ intake }) => intake.beginCursor({ channel: of, position })) }
      : {}),
  });
  return { channel, everySeconds: spec.everySeconds };
}

export async function channel(argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = options(argv, { once: { type: 'boolean' }, force: { type: 'boolean' } } as const, USAGE);
  const [given, name] = positionals;
  const act = oneOf('channel', given, ['list', 'probe', 'run'], USAGE);
  return withHub<ExitCode>(async (hub) => {
    if (act === 'list') return list(hub);
    if (act === 'probe') return probe(hub, channelNamed(hub, name, false).channel, values.force === true);
    return runChannel(hub, name, values.once === true);
  });
}

async function list({ settings, app }: HubContext): Promise<ExitCode> {
  const states = new Map((await app.get(OperationsQuery).channelStates()).map((one) => [one.name, one]));
  const rows = settings.channels.map(({ name, type, source }) => {
    const state = states.get(name);
    const fares = state?.failures
      ? `出错：${state.lastError}`
      : state?.lastOkAt
        ? `正常，${withOffset(state.lastOkAt)}`
        : '还没有收过';
    return [name, type, source, String(state?.taken ?? 0), fares];
  });
  process.stdout.write(table(['名称', '类型', '来源', '已收', '情况'], rows, 60));
  return 0;
}

/** Shows what a channel would bring and registers nothing. */
async function probe(hub: HubContext, channel: Channel, force: boolean): Promise<ExitCode> {
  const log = hub.app.get(ChannelLogService);
  if (!force) await mayKnock(log, channel.name, '密码或令牌刚改好，加 --force 马上试。');
  try {
    const { lines, found } = await tryOut(channel);
    await log.tried(channel.name, 0);
    process.stdout.write(`${lines.join('\n')}\n`);
    for (const one of found)
      process.stdout.write(`  ${one.sourceKey}  ${one.record ? one.record.slice(0, 160) : one.original.name}\n`);
    return 0;
  } catch (error) {
    await log.tried(channel.name, failureOf(error).holdMs);
    throw error;
  }
}

/** Whoever was refused, in whatever process, does not knock again before its time. */
async function mayKnock(log: ChannelLogService, name: string, hint: string): Promise<void> {
  const holdMs = await log.holdMs(name);
  if (!holdMs) return;
  const at = withOffset(instant(Date.now() + holdMs))
    .slice(0, 19)
    .replace('T', ' ');
  throw new ChannelTrouble(`${name}：对方刚拒绝过登录，${at} 以后才能再试。${hint}`, 'login');
}

async function runChannel(hub: HubContext, name: string | undefined, once: boolean): Promise<ExitCode> {
  const { channel, everySeconds } = channelNamed(hub, name, true);
  const intake = hub.app.get(IntakeService);
  const log = hub.app.get(ChannelLogService);
  const leases = new ChannelLeases(hub.app.get(UnitOfWork), hub.settings.leaseSeconds * 1000);
  const pass = async (): Promise<void> => {
    const fence = await leaseOn(channel.name, leases);
    const under = {
      accept: (...[batch, turn]: Parameters<IntakeService['accept']>) => intake.accept(batch, turn, fence),
    };
    const counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
    const count = (results: readonly IntakeResult[]) => results.forEach(({ outcome }) => (counts[outcome] += 1));
    await lastValueFrom(takeIn(under, channel).pipe(map(count)), { defaultValue: undefined });
    await log.passed(channel.name, counts.new + counts.joined + counts.quarantined, channel.listens?.() ?? null);
    const told = INTAKE_OUTCOMES.map((outcome) => `${OUTCOME_WORDS[outcome]} ${counts[outcome]}`).join('，');
    process.stdout.write(`${channel.name}：${told}\n`);
  };
  try {
    for (;;) {
      if (once) await mayKnock(log, channel.name, '到时候再运行；运行中的系统会自己再试。');
      else await sleep(await log.holdMs(channel.name));
      let restMs = everySeconds * 1000;
      try {
        await pass();
      } catch (error) {
        if (error instanceof LeaseLost) leases.lost(channel.name);
        restMs = await log.failed(channel.name, failureOf(error), () => everySeconds * 1000);
        // One that runs on tries again, as the hub does.
        if (once) throw error;
        process.stderr.write(`${channel.name}：${error instanceof Error ? error.message : String(error)}\n`);
      }
      if (once) return 0;
      await sleep(restMs);
    }
  } finally {
    await channel.close?.();
    await leases.release([channel.name]);
  }
}

/** Where a hub reads the channel already, the unique source keys alone keep things once. */
async function leaseOn(name: string, leases: ChannelLeases): Promise<Fence | undefined> {
  const claim = await leases.claim(name);
  if ('fence' in claim) return claim.fence;
  process.stderr.write(`${name}：运行中的系统（${claim.heldBy}）也在收这个渠道；两边一起收也不会重复登记。\n`);
  return undefined;
}
