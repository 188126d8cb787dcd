import type { AsideCountView, QuarantineView } from '@hub/contract';
import { CHANNEL_WORDS } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { timeWord } from '../../lib/dates';
import { get } from '../../lib/api';
import { useMay } from '../../lib/session';
import { PlainTable } from './PlainTable';
import { Resolution } from './Resolution';
import { useList } from './use-list';

/** What no program could read, or could not place: each with its original, until a person decides. */
export function Quarantine() {
  const [state, setState] = useState<'waiting' | 'aside'>('waiting');
  const query = useList<QuarantineView>('quarantine', `?state=${state}`);
  const counted = useQuery({
    queryKey: ['management', 'quarantine', 'aside-count'],
    queryFn: ({ signal }) => get<AsideCountView>('/quarantine/aside-count', signal),
    refetchInterval: 15_000,
  });
  const mayDecide = useMay()('quarantine.decide');
  const [deciding, setDeciding] = useState<QuarantineView | null>(null);
  const columns: TableColumnsType<QuarantineView> = [
    { title: '到达', dataIndex: 'arrivedAt', render: (at: string) => <span className="nowrap">{timeWord(at)}</span> },
    {
      title: '来源',
      dataIndex: 'source',
      render: (source: string, row) => (
        <>
          {source} <span className="small muted">{CHANNEL_WORDS[row.channel]}</span>
        </>
      ),
    },
    {
      title: '为什么要人看',
      dataIndex: 'reason',
      render: (reason: string, row) => (
        <div className="table-text">
          {reason}
          {row.appeal && <div className="small muted">可能属于 {row.appeal}</div>}
        </div>
      ),
    },
    {
      title: '原件',
      dataIndex: 'original',
      render: (href: string) => (
        <a href={href} target="_blank" rel="noopener noreferrer">
          看原件
        </a>
      ),
    },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        mayDecide && (
          <Button size="small" onClick={() => setDeciding(row)}>
            处理
          </Button>
        ),
    },
  ];
  return (
    <>
      <p>
        <Segmented<'waiting' | 'aside'>
          aria-label="看哪些"
          value={state}
          onChange={setState}
          options={[
            { value: 'waiting', label: '等人处理' },
            { value: 'aside', label: counted.data ? `已搁置（${counted.data.aside}）` : '已搁置' },
          ]}
        />
      </p>
      <PlainTable
        query={query}
        columns={columns}
        rowKey="id"
        what="待处理的来件没有取到"
        empty={state === 'aside' ? '没有按规则搁置的来信。' : '没有等人处理的来件。'}
      />
      {deciding && <Resolution entry={deciding} onClose={() => setDeciding(null)} />}
    </>
  );
}
