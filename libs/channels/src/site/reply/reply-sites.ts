import type { OwedPosting, Posting } from '@hub/domain';
import type { ChannelSpec } from '../../channel-of';
import { checkProfile } from '../check-profile';
import { DEFAULT_TIMEOUT_MS } from '../profile';
import { SiteReplier } from './site-replier';

const DEFAULT_EVERY_SECONDS = 30;
/** Login page, login, post's page, form's page, the answer, the post's page again; each may take twice its time. */
const REQUESTS = 8;

export interface ReplySite {
  readonly channel: string;
  readonly paceMs: number;
  readonly leaseMs: number;
  post(owed: OwedPosting, now: number): Promise<Posting>;
}

/** The sites among the channels on which answers can be posted. */
export const replySites = (specs: readonly ChannelSpec[]): ReplySite[] =>
  specs.flatMap((spec) => {
    const reply = spec.type === 'site' ? spec.profile.reply : undefined;
    if (spec.type !== 'site' || !reply) return [];
    const { name, source, profile } = spec;
    checkProfile(profile, source);
    const replier = new SiteReplier(source, profile, reply);
    return [
      {
        channel: name,
        paceMs: (reply.everySeconds ?? DEFAULT_EVERY_SECONDS) * 1000,
        leaseMs: REQUESTS * 2 * ((profile.timeoutMs ?? DEFAULT_TIMEOUT_MS) + (profile.pauseMs ?? 1_000)) + 60_000,
        post: (owed, now) => replier.post(owed, now),
      },
    ];
  });
