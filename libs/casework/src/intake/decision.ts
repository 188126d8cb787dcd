import { AUTOMATION_WORDS, threadMarks, threadVerdict, type Instant, type Office } from '@hub/domain';
import type { Secrets, Stores } from '@hub/persistence';
import type { Letters } from '../letters';
import type { KeptMessage } from './kept-message';
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
  | { readonly as: 'waiting'; readonly state: 'quarantined' | 'held'; readonly reason: string; readonly appealId: number | null };

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
  const known = proved.length ? await stores.persons.appealsOfEmail(reading.party.email, proved) : new Set<number>();
  const verdict = threadVerdict(proved, (id) => known.has(id));
  if (reading.automation && reading.automation !== 'bulk') {
    const appealId = verdict === 'new' ? null : 'join' in verdict ? verdict.join : verdict.hold;
    return { as: 'waiting', state: 'held', reason: `${AUTOMATION_WORDS[reading.automation]}，不作为来件登记。`, appealId };
  }
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
