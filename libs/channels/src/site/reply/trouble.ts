import type { Posting } from '@hub/domain';
import { ChannelTrouble } from '../../channel-trouble';
import { PageMissing } from '../site-trouble';

/** What another try will not mend without a person. */
const LASTING: readonly ChannelTrouble['kind'][] = ['login', 'layout', 'settings'];

export const refused = (message: string, restMs = 0): Posting => ({ outcome: 'refused', message, restMs });

export const forNow = (
  message: string,
  { restMs = 0, ofSite = false, doubtful = false }: { restMs?: number; ofSite?: boolean; doubtful?: boolean } = {},
): Posting => ({ outcome: 'later', message, restMs, ofSite, doubtful });

/** What a page that could not be read means for the answer; nothing was posted. */
export function postingOf(error: unknown, source: string): Posting {
  if (error instanceof PageMissing) return refused(`“${source}”的原帖已经不在了（${error.status}），答复没有贴。`);
  if (error instanceof ChannelTrouble && LASTING.includes(error.kind)) return refused(error.message, error.holdMs);
  if (error instanceof ChannelTrouble) return forNow(error.message, { restMs: error.holdMs, ofSite: true });
  return forNow(error instanceof Error ? error.message : String(error));
}
