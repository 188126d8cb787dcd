import { AFTER_ANSWER, isOpen, type AppealStatus, type MilestoneView } from '@hub/domain';
import type { ReactNode } from 'react';
import type { LampShape } from '../layout/Lamp';
import { LongDay } from '../layout/LongDay';
import { STEP_HELP, STEP_NOW, waiverWords } from '../words';

export interface LampWords {
  readonly shape: LampShape;
  readonly state: ReactNode;
  readonly more: ReactNode;
}

/** How one of the three steps looks to the citizen; `next`: it is the first that is still owed. */
export function lampOf(lamp: MilestoneView, status: AppealStatus, next: boolean): LampWords {
  if (lamp.doneOn) return done(lamp, lamp.doneOn);
  if (lamp.state === 'waived') return { shape: 'waived', state: '不需要', more: `${waiverWords(lamp.waiver ?? '')}。` };
  if (lamp.name === 'reply' && AFTER_ANSWER.includes(status))
    return { shape: 'now', state: '已经答复，正在送到您那里', more: '答复全文在下面。' };
  if (!isOpen(status)) return { shape: 'waived', state: '不需要', more: '这一件不再往下办。' };
  const due = <LongDay day={lamp.dueOn} />;
  if (lamp.state === 'late') return { shape: 'late', state: `已超期 ${-lamp.days} 天`, more: <>原定{due}以前。</> };
  const left = lamp.days === 0 ? '今天是最后一天' : `还有 ${lamp.days} 天`;
  const more = (
    <>
      最晚 {due}
      <br />
      {STEP_HELP[lamp.name]}
    </>
  );
  const underWay = next && status !== 'received' && status !== 'accepted';
  return underWay
    ? { shape: 'now', state: `${STEP_NOW[lamp.name]}，${left}`, more }
    : { shape: 'ahead', state: `还没到，${left}`, more };
}

function done(lamp: MilestoneView, doneOn: string): LampWords {
  const on = <LongDay day={doneOn} />;
  if (!lamp.late) return { shape: 'ok', state: '已完成，按时', more: on };
  return {
    shape: 'soon',
    state: `已完成，迟了 ${lamp.days} 天`,
    more: (
      <>
        {on}
        <br />
        原定
        <LongDay day={lamp.dueOn} />
        以前。
      </>
    ),
  };
}
