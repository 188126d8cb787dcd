import type { UndecidedAppeal } from '@hub/contract';
import { Button, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { PlainTable } from '../../components/PlainTable';
import { Trouble } from '../../components/Trouble';
import { useStep, useUndecided } from './use-publications';
import { WithholdDialog } from './WithholdDialog';

/** Answered appeals: each is written up for everybody, or it is said why not. */
export function Undecided() {
  const query = useUndecided();
  const step = useStep();
  const navigate = useNavigate();
  const [withheld, setWithheld] = useState<string | null>(null);
  const prepare = (appeal: string) =>
    step.mutate({ path: '', body: { appeal } }, { onSuccess: ({ id }) => void navigate(`/publications/${id}`) });
  const columns: TableColumnsType<UndecidedAppeal> = [
    {
      title: '来件',
      dataIndex: 'subject',
      render: (subject: string, row) => (
        <div className="table-text">
          <Link to={`/queue/${row.number}`}>{subject}</Link>
          <div className="small muted">{[row.number, row.kindName, row.topicName, row.street].filter(Boolean).join(' · ')}</div>
        </div>
      ),
    },
    { title: '答复', dataIndex: 'answeredOn', render: (day: string | null) => <span className="nowrap">{day}</span> },
    {
      title: '公开吗',
      key: 'act',
      render: (_, row) => (
        <Space size={4}>
          <Button size="small" type="primary" disabled={step.isPending} onClick={() => prepare(row.number)}>
            起草公开件
          </Button>
          <Button size="small" onClick={() => setWithheld(row.number)}>
            不公开
          </Button>
        </Space>
      ),
    },
  ];
  return (
    <>
      {step.isError && <Trouble what="没有办成" error={step.error} />}
      <PlainTable
        query={query}
        columns={columns}
        rowKey="number"
        what="来件没有取到"
        empty="答复过的来件都已经定了公开还是不公开。"
      />
      {withheld && (
        <WithholdDialog path="" more={(one) => ({ appeal: withheld, withheld: one })} close={() => setWithheld(null)} />
      )}
    </>
  );
}
