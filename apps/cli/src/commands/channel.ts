import { ChannelLeases, ChannelLogService, IntakeService, type IntakeResult } from '@hub/casework';
import { channelOf, failureOf, type Channel, takeIn } from '@hub/channels';
import { INTAKE_OUTCOMES, OUTCOME_WORDS, withOffset, type InboundMessage } from '@hub/domain';
import { LeaseLost, OperationsQuery, UnitOfWork, type Fence } from '@hub/persistence';
import { lastValueFrom, map, take, toArray } from 'rxjs';
import { withHub, type HubContext } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { table } from '../table';
import { oneOf, options, UsageError } from '../usage';

const USAGE = 'yxt channel list | probe 名称 | run 名称 [--once]';

function channelNamed(hub: HubContext, name: string | undefined, registers: boolean): { channel: Channel; everySeconds: number } {
  const spec = hub.settings.channels.find((one) => one.name === name);
  if (!spec)
    throw new UsageError(`没有名叫“${name ?? ''}”的渠道。`, `可选：${hub.settings.channels.map((one) => one.name).join('、')}。`);
  const operations = hub.app.get(OperationsQuery);
  const work = hub.app.get(UnitOfWork);
  const channel = channelOf(spec, {
    logReader: hub.logReader,
    maxMailBytes: hub.settings.intake.maxMailBytes,
    position: (of) => operations.channelPosition(of),
    known: (channel, keys) => operations.knownKeys(channel, keys),
    ...(registers
      ? { begin: (of: string, position: string) => work.run(({ intake }) => intake.beginCursor({ channel: of, position })) }
      : {}),
  });
  return { channel, everySeconds: spec.everySeconds };
}

export async function channel(argv: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = options(argv, { once: { type: 'boolean' } } as const, USAGE);
  const [given, name] = positionals;
  const act = oneOf('channel', given, ['list', 'probe', 'run'], USAGE);
  return withHub<ExitCode>(async (hub) => {
    if (act === 'list') return list(hub);
    if (act === 'probe') return probe(channelNamed(hub, name, false).channel);
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
async function probe(channel: Channel): Promise<ExitCode> {
  if (channel.probe) {
    const lines = await channel.probe().finally(() => channel.close?.());
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  }
  const found: InboundMessage[] = await lastValueFrom(channel.messages().pipe(take(10), toArray())).finally(() =>
    channel.close?.(),
  );
  process.stdout.write(`读到 ${found.length} 项（最多看 10 项，没有登记）：\n`);
  for (const one of found)
    process.stdout.write(`  ${one.sourceKey}  ${one.record ? one.record.slice(0, 160) : one.original.name}\n`);
  return 0;
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
    await log.passed(channel.name, counts.new + counts.joined + counts.quarantined);
    const told = INTAKE_OUTCOMES.map((outcome) => `${OUTCOME_WORDS[outcome]} ${counts[outcome]}`).join('，');
    process.stdout.write(`${channel.name}：${told}\n`);
  };
  try {
    for (;;) {
      try {
        await pass();
      } catch (error) {
        if (error instanceof LeaseLost) leases.lost(channel.name);
        await log.failed(channel.name, failureOf(error), () => everySeconds * 1000);
        // One that runs on tries again, as the hub does.
        if (once) throw error;
        process.stderr.write(`${channel.name}：${error instanceof Error ? error.message : String(error)}\n`);
      }
      if (once) return 0;
      await new Promise((resolve) => setTimeout(resolve, everySeconds * 1000));
    }
  } finally {
    await channel.close?.();
    await leases.release();
  }
}

/** Where a hub reads the channel already, the unique source keys alone keep things once. */
async function leaseOn(name: string, leases: ChannelLeases): Promise<Fence | undefined> {
  const claim = await leases.claim(name);
  if ('fence' in claim) return claim.fence;
  process.stderr.write(`${name}：运行中的系统（${claim.heldBy}）也在收这个渠道；两边一起收也不会重复登记。\n`);
  return undefined;
}
