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
          ['归类', [view.trackName, view.topicName].filter(Boolean).join(' · ')],
          ['地点', [view.street, view.place].filter(Boolean).join(' ')],
          ['被反映', [view.guard.targetUnit, view.guard.aboutConduct && '工作人员作风'].filter(Boolean).join(' · ')],
          ['知悉人', view.guard.named.map(({ name }) => name).join('、')],
          ['来源', `${view.source}（${view.channelName}）`],
          ['外部编号', view.outsideNumber],
          ['退单', returnWord(view)],
          ['协办', view.parts.map((part) => `${part.unit}（${part.stateName}）`).join('、')],
          ['拟不予受理', view.status === 'received' ? view.refusal?.ground : null],
          ['复查复核', view.reviews.map((one) => `${one.stageName}：${one.outcomeName ?? `${one.dueOn} 前决定`}`).join('、')],
          ['收到', timeWord(view.receivedAt)],
        ]}
      />
    </section>
  );
}

function returnWord({ returns, returnedFrom, designated }: AppealView): string | null {
  if (!returns) return null;
  const pending = returnedFrom && `${returnedFrom.name}的退单待确认`;
  return [`${returns} 次`, pending, designated && '已由领导指定'].filter(Boolean).join('，');
}
