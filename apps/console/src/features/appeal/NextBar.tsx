import type { AppealView } from '@hub/contract';
import { longDate } from '@hub/domain';
import type { ReactNode } from 'react';
import { ClockMark } from '../../components/Lamps';
import { stepTasks } from '../../lib/words';
import { nextStep } from './next-step';

/** What comes next, by when, and who must do it; the acts of the person who looks stand at its right. */
export function NextBar({ view, children }: { view: AppealView; children: ReactNode }) {
  const { waitsFor, primary } = nextStep(view);
  const due = view.due;
  const task = due && (due.step === 'review' && view.draft?.approvedBy ? '发出答复' : stepTasks[due.step]);
  return (
    <div className={`next ${due?.state ?? 'waived'}`}>
      <ClockMark state={due?.state ?? 'waived'} />
      <div className="next-text">
        {due ? (
          <>
            <b>{waitsFor ? `等${waitsFor}：${task}` : `下一步：${task}`}</b>
            <span className="nowrap">
              {longDate(due.on).replace(/^\d+年/, '')}前，{due.word}
            </span>
          </>
        ) : (
          <b>
            {view.statusName}，{primary ? `可以${primary.name}` : '没有要办的下一步'}
          </b>
        )}
      </div>
      {children}
    </div>
  );
}
