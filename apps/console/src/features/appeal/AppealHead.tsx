import { ArrowLeftOutlined, ProfileOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { dayOf } from '@hub/domain';
import { Button } from 'antd';
import { KindTag, SecrecyFlag, StatusTag } from '../../components/Tags';
import { dayCount, dayWord, timeWord } from '../../lib/dates';

interface Props {
  view: AppealView;
  onBack: (() => void) | null;
  onFacts: (() => void) | null;
}

/** Number, state, kind and where it came from. */
export function AppealHead({ view, onBack, onFacts }: Props) {
  const from = [view.trackName, view.topicName, view.source].filter(Boolean).join(' · ');
  return (
    <header className="appeal-head">
      <div className="appeal-line small muted">
        {onBack && <Button type="text" icon={<ArrowLeftOutlined />} aria-label="回到列表" onClick={onBack} />}
        <span className="mono">{view.number}</span>
        <StatusTag status={view.status} name={view.statusName} />
        <KindTag name={view.kindName} />
        {view.riskLevel && view.riskLevel !== 'low' && <span className="flag">{view.riskName}</span>}
        {view.mailReturned && (
          <span className="flag" title={view.mailReturned}>
            邮件退回
          </span>
        )}
        {view.satisfaction === 'unsatisfied' && <span className="flag">不满意</span>}
        {view.supervised && <span className="flag">督办</span>}
        <SecrecyFlag secrecy={view.secrecy} />
        <span title={timeWord(view.receivedAt)}>
          {from} · {dayWord(dayOf(view.receivedAt))}收到，第 {dayCount(view.receivedAt)} 天
        </span>
        <span className="grow" />
        {onFacts && (
          <Button size="small" icon={<ProfileOutlined />} onClick={onFacts}>
            要点 <kbd>i</kbd>
          </Button>
        )}
      </div>
      <h2 className="appeal-title">{view.subject}</h2>
    </header>
  );
}
