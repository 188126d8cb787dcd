import type { AppealView } from '@hub/contract';
import { Alert, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../../lib/use-keys';
import type { Columns } from '../../lib/use-media';
import type { ChosenAct } from './chosen-act';
import { AppealHead } from './AppealHead';
import { ActBar } from './ActBar';
import { Composer, type Side } from './composer/Composer';
import { Conversation } from './Conversation';
import { History } from './History';
import { NextBar } from './NextBar';

interface Props {
  view: AppealView;
  columns: Columns;
  /** The last refresh failed: what stands here may be old. */
  stale: boolean;
  /** On a narrow screen the facts are a tab. */
  facts: ReactNode;
  choose: (act: ChosenAct) => void;
  busy: boolean;
  onBack: () => void;
  onFacts: (() => void) | null;
}

export function Appeal({ view, columns, stale, facts, choose, busy, onBack, onFacts }: Props) {
  const [tab, setTab] = useState('talk');
  const [writing, setWriting] = useState<Side | null>(null);
  const write = (side: Side) => {
    setTab('talk');
    setWriting(side);
  };
  const may = (act: string) => view.allowedActions.some((one) => one.act === act);
  useKeys({ n: () => may('notes') && write('note'), r: () => may('draft') && write('reply') });

  const narrow = columns === 1;
  const acts = <ActBar view={view} choose={choose} busy={busy} onWrite={() => write('reply')} />;
  const tabs = [
    { key: 'talk', label: '往来' },
    ...(narrow ? [{ key: 'facts', label: '节点与要点' }] : []),
    { key: 'history', label: `历史 ${view.history.length}` },
  ];
  return (
    <section className="appeal" aria-label={`来件 ${view.number}`}>
      <div className="appeal-top">
        <AppealHead view={view} onBack={narrow ? onBack : null} onFacts={onFacts} />
        <NextBar view={view}>{!narrow && acts}</NextBar>
        {stale && <Alert banner type="warning" title="内容可能不是最新的：刚才没有取到。" />}
        <Tabs className="appeal-tabs" size="small" items={tabs} activeKey={tab} onChange={setTab} />
      </div>
      <div className="talk" tabIndex={-1}>
        {tab === 'talk' && <Conversation view={view} />}
        {tab === 'history' && <History view={view} />}
        {tab === 'facts' && narrow && <div className="facts">{facts}</div>}
      </div>
      {tab === 'talk' && <Composer view={view} writing={writing} setWriting={setWriting} />}
      {narrow && <div className="foot-acts">{acts}</div>}
    </section>
  );
}
