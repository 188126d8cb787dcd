import { threadMarks, threadVerdict, type Instant, type Office } from '@hub/domain';
import type { Secrets, Stores } from '@hub/persistence';
import type { ReportOf } from '../bounces/take-report';
import type { Letters } from '../letters';
import type { KeptMessage } from './kept-message';
import { robotMail } from './robots';
import { draftAppeal, type DraftedAppeal } from './new-appeal';

export interface RegistrationParts {
  readonly office: Office;
  readonly secrets: Secrets;
  readonly letters: Letters;
}

/** What is to become of a message. */
export type Decision =
  | { readonly as: 'new'; readonly drafted: DraftedAppeal }
  | { readonly as: 'joined'; readonly appealId: number }
  | {
      readonly as: 'waiting';
      readonly state: 'quarantined' | 'held';
      readonly reason: string;
      readonly appealId: number | null;
      /** What a mail system reports of a letter of ours. */
      readonly report?: ReportOf | null;
    };

/** New, part of an appeal that it proves to belong to, or a person's to place. */
export async function decide(
  stores: Stores,
  one: KeptMessage,
  { office, secrets }: RegistrationParts,
  now: Instant,
): Promise<Decision> {
  const { reading } = one;
  if (!reading) return { as: 'waiting', state: 'quarantined', reason: one.trouble ?? '读不出', appealId: null };
  const proved = threadMarks([...reading.answers, ...(reading.deliveryReport?.originalMarks ?? [])], reading.recipients)
    .filter(({ appealId, token }) => secrets.threadTokenMatches(appealId, token))
    .map(({ appealId }) => appealId);
  const robot = one.message.format === 'mail' ? robotMail(reading, proved, office, secrets) : null;
  if (robot) return { as: 'waiting', state: 'held', ...robot };
  const known = proved.length ? await stores.persons.appealsOfEmail(reading.party.email, proved) : new Set<number>();
  const verdict = threadVerdict(proved, (id) => known.has(id));
  if (verdict === 'new') return { as: 'new', drafted: draftAppeal(one.message, reading, office, now) };
  if ('join' in verdict) {
    if (!(await stores.appeals.isArchived(verdict.join))) return { as: 'joined', appealId: verdict.join };
    return { as: 'waiting', state: 'held', reason: '反映人又来信，但本件已归档、只读，请人工决定。', appealId: verdict.join };
  }
  return {
    as: 'waiting',
    state: 'held',
    reason: '回信带有本件的标记，但不是从反映人的邮箱发来的，请人工核对。',
    appealId: verdict.hold,
  };
}
