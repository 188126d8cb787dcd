import type { AllowedActView, AppealView } from '@hub/contract';
import { APPROVAL_STEP_WORDS, ROLE_WORDS, type Act, type AppealStatus, type Step } from '@hub/domain';

/** `transfer.out`; the second assignment is the same form as the first. */
export const actKey = (one: { act: Act; way: string | null }): string =>
  one.way && one.way !== 'again' ? `${one.act}.${one.way}` : one.act;

/** These live in the composer and in cards of their own, not among the buttons. */
const ELSEWHERE = ['attachments', 'notes', 'draft.save', 'draft.submit', 'matter.join', 'matter.part', 'matter.adopt', 'site'];

const ACTS_OF_STEP: Partial<Record<Step, readonly string[]>> = {
  acceptance: ['acceptance'],
  assignment: ['assignment', 'transfer.designate'],
  receipt: ['receipt'],
  contact: ['contact-records'],
  site: ['site-records'],
  review: ['reply', 'approval.pass'],
  supplement: ['supplement.none', 'supplement'],
  'pass-on': ['transfer.answer'],
  revisit: ['revisit.satisfied'],
  decision: ['reopening.grant', 'reopening.reassign'],
};
/** Where no step is owed there may still be an end to make. */
const ACTS_OF_REST: Partial<Record<AppealStatus, readonly string[]>> = {
  answered: ['closing.close'],
  'not-accepted': ['closing.close'],
  withdrawn: ['closing.close'],
};

/** Steps that somebody outside the house takes. */
const OUTSIDE: readonly Step[] = ['supplement', 'transfer'];

function actor(view: AppealView, step: Step): string {
  if (step === 'supplement') return '反映人';
  if (step === 'transfer') return view.department ?? '外单位';
  if (step === 'review')
    return view.approval.next ? APPROVAL_STEP_WORDS[view.approval.next] : (view.handler ?? view.unit ?? ROLE_WORDS.dispatcher);
  if (step === 'receipt') return view.unit ?? '承办单位';
  if (step === 'contact' || step === 'site' || step === 'reply') return view.handler ?? view.unit ?? '承办单位';
  return ROLE_WORDS.dispatcher;
}

export interface NextStep {
  /** Who must move, where it is not the person who looks. */
  readonly waitsFor: string | null;
  readonly primary: AllowedActView | null;
  readonly others: readonly AllowedActView[];
  /** The next thing is to write, below. */
  readonly write: boolean;
}

export function nextStep(view: AppealView): NextStep {
  const step = view.due?.step;
  const drawn = view.allowedActions.filter((one) => !ELSEWHERE.includes(actKey(one)));
  // A leader is asked only about what the office proposes.
  const proposed = step === 'acceptance' && view.refusal ? ['non-acceptance'] : [];
  const wanted = [...((step ? ACTS_OF_STEP[step] : ACTS_OF_REST[view.status]) ?? []), ...proposed];
  const found = wanted.flatMap((key) => drawn.filter((one) => actKey(one) === key));
  const primary = found.find((one) => !one.lacking.length) ?? found[0] ?? null;
  const write = step === 'reply' && view.allowedActions.some((one) => one.act === 'draft');
  const mine = write || (primary !== null && !primary.lacking.length && !(step && OUTSIDE.includes(step)));
  return { waitsFor: step && !mine ? actor(view, step) : null, primary, others: drawn.filter((one) => one !== primary), write };
}
