import type { AppealView, ApprovalStepView } from '@hub/contract';
import { isOpen } from '@hub/domain';
import { useEffect, useRef } from 'react';
import { Leaks } from '../../components/Leaks';
import { timeWord } from '../../lib/dates';

/** The draft as those read it who may not write it now: to approve, to send, to know. */
export function DraftCard({ view }: { view: AppealView }) {
  const { draft } = view;
  const card = useRef<HTMLElement>(null);
  // Who comes to review comes for this text.
  const wanted = view.due?.step === 'review';
  useEffect(() => {
    if (wanted) card.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const writable = view.allowedActions.some((one) => one.act === 'draft');
  if (!draft || writable || !isOpen(view.status)) return null;
  return (
    <article ref={card} className="msg draft">
      <header>
        <b>答复草稿</b> 第 {draft.version} 版 · {draft.by} {timeWord(draft.at)}
        <span className="grow" />
        <span>{view.approval.steps.map(stepWord).join(' → ')}</span>
      </header>
      <Leaks hits={view.draftLeaks} />
      <div className="words">{draft.text}</div>
    </article>
  );
}

const stepWord = ({ name, state, by }: ApprovalStepView): string => {
  if (state === 'passed') return `${by ?? name} 已通过`;
  return state === 'waiting' ? `等${name}审核` : name;
};
