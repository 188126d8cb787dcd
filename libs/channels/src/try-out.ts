import type { InboundMessage } from '@hub/domain';
import { lastValueFrom, take, toArray } from 'rxjs';
import type { Channel } from './channel';
import { ChannelTrouble } from './channel-trouble';

/** What a channel is like, in Chinese sentences, and the first of what it would bring; nothing is registered. */
export interface Trial {
  readonly lines: readonly string[];
  readonly found: readonly InboundMessage[];
}

const TRIAL_MS = 30_000;
const MOST = 10;

/** Tries a channel and lets go of it; whoever does not answer in time is told of as a trouble. */
export async function tryOut(channel: Channel, ms = TRIAL_MS): Promise<Trial> {
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    const words = `${Math.round(ms / 1000)} 秒里没有等到对方答复。请检查网络和地址，过一会儿再试。`;
    timer = setTimeout(() => reject(new ChannelTrouble(words, 'unreachable')), ms);
  });
  const tried = trial(channel);
  try {
    return await Promise.race([tried, silent]);
  } finally {
    clearTimeout(timer);
    tried.catch(() => undefined);
    void channel.close?.().catch(() => undefined);
  }
}

async function trial(channel: Channel): Promise<Trial> {
  if (channel.probe) return { lines: await channel.probe(), found: [] };
  const found = await lastValueFrom(channel.messages().pipe(take(MOST), toArray()));
  return { lines: [`读到 ${found.length} 项（最多看 ${MOST} 项，没有登记）。`], found };
}
