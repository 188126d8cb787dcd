import type { OutboxView } from '@hub/contract';
import { Button, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { useMay } from '../../lib/session';
import { PlainTable } from './PlainTable';
import { useDoTo, useList } from './use-list';

const tones = { pending: 'todo', sending: 'plain', sent: 'good', dead: 'alarm' } as const;

export function Outbox() {
  const query = useList<OutboxView>('outbox');
  const retry = useDoTo('outbox', 'retry');
  const may = useMay();
  const columns: TableColumnsType<OutboxView> = [
    { title: '文书', dataIndex: 'kindName' },
    {
      title: '来件',
      dataIndex: 'appeal',
      render: (number: string | null) =>
        number &&
        (may('queue.read') ? (
          <Link to={`/queue/${number}`} className="mono">
            {number}
          </Link>
        ) : (
          <span className="mono">{number}</span>
        )),
    },
    { title: '收件', dataIndex: 'to' },
    { title: '标题', dataIndex: 'subject', render: (subject: string) => <div className="table-text">{subject}</div> },
    {
      title: '状态',
      dataIndex: 'state',
      render: (_, row) => (
        <>
          <ToneTag tone={tones[row.state]}>{row.stateName}</ToneTag>
          {row.attempts > 1 && <span className="small muted"> 已试 {row.attempts} 次</span>}
          {row.lastError && <div className="small muted table-text">{row.lastError}</div>}
        </>
      ),
    },
    {
      title: '时间',
      dataIndex: 'createdAt',
      render: (_, row) =>
        row.sentAt
          ? `${timeWord(row.sentAt)} 发出`
          : row.nextAt
            ? `${timeWord(row.nextAt)} 再试`
            : `${timeWord(row.createdAt)} 生成`,
    },
    {
      title: '操作',
      key: 'act',
      render: (_, row) =>
        row.state === 'dead' &&
        may('outbox.retry') && (
          <Button
            size="small"
            loading={retry.isPending && retry.variables.id === row.id}
            onClick={() => retry.mutate({ id: row.id, body: {} })}
          >
            重试
          </Button>
        ),
    },
  ];
  return (
    <>
      {retry.isError && <Trouble what="没有重发成" error={retry.error} />}
      <PlainTable query={query} columns={columns} rowKey="id" what="待发箱没有取到" empty="待发箱是空的。" />
    </>
  );
}
