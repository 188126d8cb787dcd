import { asideBy, HOLD_WORDS, type Doors, type Instant, type Office } from '@hub/domain';
import type { Secrets, Stores } from '@hub/persistence';
import type { ReportOf } from '../bounces/take-report';
import type { Letters } from '../letters';
import type { KeptMessage } from './kept-message';
import { appealsOfVersions, isVersion } from './post-versions';
import { robotMail } from './robots';
import { draftAppeal, type DraftedAppeal } from './new-appeal';
import { threadsOf, type Thread } from './thread-facts';

export interface RegistrationParts {
  readonly office: Office;
  readonly secrets: Secrets;
  readonly letters: Letters;
  readonly doors: Doors;
}

/** What is to become of a message. */
export type Decision =
  | { readonly as: 'new'; readonly drafted: DraftedAppeal }
  | { readonly as: 'joined'; readonly appealId: number }
  | { readonly as: 'version'; readonly appealId: number; readonly version: number }
  | {
      readonly as: 'waiting';
      readonly state: 'quarantined' | 'held' | 'aside';
      readonly reason: string;
      readonly appealId: number | null;
      /** What a mail system reports of a letter of ours. */
      readonly report?: ReportOf | null;
    };

/** For each message: new, part of an appeal that it proves to belong to, or a person's to place. */
export async function decideAll(
  stores: Stores,
  kept: readonly KeptMessage[],
  parts: RegistrationParts,
  now: Instant,
): Promise<Decision[]> {
  const threads = await threadsOf(stores, kept, parts, now);
  const posts = await appealsOfVersions(stores, kept);
  return kept.map((one, at) => (isVersion(one) ? versionOf(one, posts) : decide(one, threads[at]!, parts, now)));
}

/** A post that was changed belongs where its first version is; where that waits for a person, so does this. */
function versionOf({ message, reading }: KeptMessage, posts: ReadonlyMap<string, number>): Decision {
  const { key, version } = message.post!;
  const appealId = posts.get(key) ?? null;
  if (appealId !== null && reading) return { as: 'version', appealId, version };
  return {
    as: 'waiting',
    state: 'quarantined',
    reason: '网站上的帖子改过，而它以前的样子还没有登记成件。请先处理原帖。',
    appealId,
  };
}

function decide(one: KeptMessage, thread: Thread, { office, doors }: RegistrationParts, now: Instant): Decision {
  const { reading } = one;
  if (!reading) return { as: 'waiting', state: 'quarantined', reason: one.trouble ?? '读不出', appealId: null };
  const robot = one.message.format === 'mail' ? robotMail(reading, thread, office) : null;
  if (robot) return { as: 'waiting', state: 'held', ...robot };
  const { verdict } = thread;
  const rule = verdict === 'new' && one.message.format === 'mail' ? asideBy(reading, office.mailRules) : null;
  // Only what nobody proves to be part of an appeal is put aside.
  if (rule) return { as: 'waiting', state: 'aside', reason: `按来信规则“${rule.name}”搁置：${rule.reason}。`, appealId: null };
  if (verdict === 'new') return { as: 'new', drafted: draftAppeal(one.message, reading, office, doors, now) };
  if ('join' in verdict) return { as: 'joined', appealId: verdict.join };
  return { as: 'waiting', state: 'held', reason: HOLD_WORDS[verdict.because], appealId: verdict.hold };
}
