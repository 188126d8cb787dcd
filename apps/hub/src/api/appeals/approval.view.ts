import { leaksInDraft } from '@hub/casework';
import type { ApprovalStepView, ApprovalView, LeakReviewView } from '@hub/contract';
import { approvalSteps, APPROVAL_STEP_WORDS, openSteps, withOffset, type Office } from '@hub/domain';
import type { AppealFile, DraftApprovalEntity, LeakReviewEntity } from '@hub/persistence';
import { leakHitView } from '../http/leak-hit.view';

const STATE_WORDS = { asked: '等复核', allowed: '准予发出', refused: '不准发出' } as const;

/** How far the answer is agreed to, and what it tells. */
export function approvalView(file: AppealFile, office: Office): ApprovalView {
  const { appeal, draft, checks } = file;
  const ofThis = checks.approvals.filter(({ draftVersion }) => draftVersion === draft?.version);
  const last = ofThis.at(-1);
  return {
    approval: {
      steps: draft ? stepsOf(file, ofThis, office) : [],
      next: appeal.reviewStep,
      sentBack: last?.decision === 'send-back' ? { by: last.byName, at: withOffset(last.at), reason: last.reason } : null,
    },
    draftLeaks: leaksInDraft(file, office).map(leakHitView),
    leakReviews: checks.leakReviews.map(reviewView),
  };
}

function stepsOf({ appeal, draft }: AppealFile, said: readonly DraftApprovalEntity[], office: Office): ApprovalStepView[] {
  const steps = approvalSteps(appeal, draft!.byRole, office.approval);
  const passed = said.filter(({ decision }) => decision === 'pass');
  const open = openSteps(
    steps,
    passed.map(({ step }) => step),
  );
  return steps.map((step) => {
    const word = passed.find((one) => one.step === step) ?? (open.includes(step) ? undefined : passed.at(-1));
    const state = word ? 'passed' : open[0] === step && appeal.reviewStep ? 'waiting' : 'later';
    return { step, name: APPROVAL_STEP_WORDS[step], state, by: word?.byName ?? null, at: word ? withOffset(word.at) : null };
  });
}

const reviewView = ({
  id,
  audience,
  text,
  hits,
  askedBy,
  askedAt,
  state,
  decidedBy,
  reason,
}: LeakReviewEntity): LeakReviewView => ({
  id,
  audience,
  text,
  hits: hits.map(leakHitView),
  askedBy,
  askedAt: withOffset(askedAt),
  state,
  stateName: STATE_WORDS[state],
  decidedBy,
  reason,
});
