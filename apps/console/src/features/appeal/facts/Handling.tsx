import type { AppealView } from '@hub/contract';
import { timeWord } from '../../../lib/dates';
import { Pairs } from './Pairs';

export function Handling({ view }: { view: AppealView }) {
  return (
    <section>
      <h3>办理</h3>
      <Pairs
        of={[
          ['主办', [view.unit ?? '未派', view.handler].filter(Boolean).join(' · ')],
          ['外单位', view.department],
          ['归类', [view.track, view.topic].filter(Boolean).join(' · ')],
          ['地点', [view.street, view.place].filter(Boolean).join(' ')],
          ['来源', `${view.source}（${view.channelName}）`],
          ['外部编号', view.outsideNumber],
          ['退单', view.returns ? `${view.returns} 次` : null],
          ['收到', timeWord(view.receivedAt)],
        ]}
      />
    </section>
  );
}
