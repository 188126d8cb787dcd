import { PostMemoryService } from '@hub/casework';
import { channelOf, failureOf, tryOut, type ClosableLogReader } from '@hub/channels';
import { OperationsQuery } from '@hub/persistence';
import type { ChannelSettings, Settings } from '@hub/settings';
import type { TryChannel } from './api';

/** Tries channels for the console. Two who press at once share one login. */
export function channelTrials(
  settings: Settings,
  logReader: ClosableLogReader,
  operations: OperationsQuery,
  sites: PostMemoryService,
): TryChannel {
  const running = new Map<string, ReturnType<TryChannel>>();
  const attempt = async (spec: ChannelSettings): ReturnType<TryChannel> => {
    try {
      const channel = channelOf(spec, {
        logReader,
        maxMailBytes: settings.intake.maxMailBytes,
        position: (name) => operations.channelPosition(name),
        known: (of, keys) => operations.knownKeys(of, keys),
        sites,
      });
      return { ok: true, lines: (await tryOut(channel)).lines, holdMs: 0 };
    } catch (error) {
      const { message, holdMs } = failureOf(error);
      return { ok: false, lines: [message], holdMs };
    }
  };
  return (spec) => {
    const there = running.get(spec.name);
    if (there) return there;
    const trial = attempt(spec).finally(() => running.delete(spec.name));
    running.set(spec.name, trial);
    return trial;
  };
}
