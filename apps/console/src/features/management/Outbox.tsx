import type { OutboxStateView, OutboxView } from '@hub/contract';
import { LETTER_STATE_WORDS, SHOWN_LETTER_STATES, type ShownLetterState } from '@hub/domain';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Segmented, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { OwedBy, OwedState } from './Owed';
import { PlainTable } from './PlainTable';
import { SiteReplies } from './SiteReplies';
import { useDoTo, useList } from './use-list';

type Filter = ShownLetterState | 'all';
const filters: { value: Filter; label: string }[] = [
  { value: 'all', label: '全部' },
  ...SHOWN_LETTER_STATES.map((value) => ({ value, label: LETTER_STATE_WORDS[value] })),
];

type Kind = 'letters' | 'sites';
const kinds: { value: Kind; label: string }[] = [
  { value: 'letters', label: '信函' },
  { value: 'sites', label: '网站答复' },
];

/** What is owed to the outside: letters, and answers under posts of complaint sites. */
export function Outbox() {
  const [kind, setKind] = useState<Kind>('letters');
  return (
    <>
      <div>
        <Segmented className="list-states" value={kind} onChange={setKind} options={kinds} aria-label="信函还是网站答复" />
      </div>
      {kind === 'letters' ? <Letters /> : <SiteReplies />}
    </>
  );
}

/** Letters owed and sent; what was given up is tried again from here, one or all to the same domain. */
function Letters() {
  const [state, setState] = useState<Filter>('all');
  const query = useList<OutboxView>('outbox', state === 'all' ? '' : `?state=${state}`);
  const retry = useDoTo('outbox', 'retry');
  const { message } = App.useApp();
  const domain = useDoTo('outbox', 'domain-retry');
  const retryDomain = (id: number) =>
    domain.mutate(
      { id, body: {} },
      { onSuccess: (done) => void message.success(`${(done as { retried: number }).retried} 封将重新寄。`) },
    );
  const may = useMay();
  const columns: TableColumnsType<OutboxView> = [
    { title: '文书', dataIndex: 'kindName' },
    { title: '来件', dataIndex: 'appeal', render: (number: string | null) => number && <OwedBy number={number} /> },
    { title: '收件', dataIndex: 'to' },
    { title: '标题', dataIndex: 'subject', render: (subject: string) => <div className="table-text">{subject}</div> },
    { title: '状态', dataIndex: 'state', render: (_, row) => <OwedState row={row} /> },
    { title: '时间', dataIndex: 'createdAt', render: (_, row) => when(row) },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        row.retriable &&
        may('outbox.retry') && (
          <Space size={4} wrap>
            <Button
              size="small"
              loading={retry.isPending && retry.variables.id === row.id}
              onClick={() => retry.mutate({ id: row.id, body: {} })}
            >
              重寄
            </Button>
            {row.state === 'dead' && (
              <Button
                size="small"
                type="text"
                loading={domain.isPending && domain.variables.id === row.id}
                onClick={() => retryDomain(row.id)}
              >
                同域名的都重寄
              </Button>
            )}
          </Space>
        ),
    },
  ];
  return (
    <>
      <ServerTrouble />
      <Segmented className="list-states" value={state} onChange={setState} options={filters} aria-label="信的状态" />
      {retry.isError && <Trouble what="没有重寄成" error={retry.error} />}
      {domain.isError && <Trouble what="没有重寄成" error={domain.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="待发箱没有取到" empty="没有这样的信。" />
    </>
  );
}

function ServerTrouble() {
  const { data } = useQuery({
    queryKey: ['management', 'outbox', 'server'],
    queryFn: ({ signal }) => get<OutboxStateView>('/outbox/state', signal),
    refetchInterval: 15_000,
  });
  if (!data?.server) return null;
  const { error, until } = data.server;
  return <Alert type="error" showIcon title={`现在一封也寄不出，${timeWord(until)} 再试；信都留着。`} description={error} />;
}

function when(row: OutboxView): string {
  if (row.sentAt) return `${timeWord(row.sentAt)} 寄出`;
  return row.nextAt ? `${timeWord(row.nextAt)} ${row.attempts ? '再试' : '以后寄'}` : `${timeWord(row.createdAt)} 写成`;
}
