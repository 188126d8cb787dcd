import type { AsideCountView, QuarantineView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Segmented, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { timeWord } from '../../lib/dates';
import { asProblem, get } from '../../lib/api';
import { useMay } from '../../lib/session';
import { PlainTable } from './PlainTable';
import { Resolution } from './Resolution';
import { Glance } from './Glance';
import { useDoTo, useList } from './use-list';

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
    { title: '来件', key: 'glance', render: (_, row) => <Glance of={row} /> },
    {
      title: '为什么要人看',
      dataIndex: 'reason',
      render: (reason: string, row) => (
        <div className="table-text">
          {reason}
          {row.appeal && <div className="small muted">可能属于 {row.appeal}，请看过再并入</div>}
        </div>
      ),
    },
    {
      title: '操作',
      key: 'act',
      render: (_, row) => (
        <Space size={8} wrap>
          {mayDecide && row.state === 'aside' && <GiveBack entry={row} />}
          {mayDecide && (
            <Button size="small" type={row.state === 'aside' ? 'text' : 'default'} onClick={() => setDeciding(row)}>
              {row.state === 'aside' ? '另行处理' : '处理'}
            </Button>
          )}
          <a className="nowrap" href={row.original} target="_blank" rel="noopener noreferrer">
            看原件
          </a>
        </Space>
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

/** A letter that a rule put aside becomes an appeal after all. */
function GiveBack({ entry }: { entry: QuarantineView }) {
  const { message } = App.useApp();
  const back = useDoTo('quarantine', 'resolution');
  return (
    <Button
      size="small"
      loading={back.isPending}
      onClick={() =>
        back.mutate(
          { id: entry.id, body: { as: 'new' } },
          {
            onSuccess: (done) => void message.success(`已取回，登记为 ${(done as { number: string }).number}。`),
            onError: (error) => void message.warning(asProblem(error).detail),
          },
        )
      }
    >
      取回登记
    </Button>
  );
}
