import type { SourceControlTaskView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { PageHead } from '../../components/PageHead';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';
import { TaskCard } from './TaskCard';

/** Source control (源头治理): what repeated complaints about one site ask for. */
export function TasksPage() {
  const [state, setState] = useState<'open' | 'done'>('open');
  const query = useQuery({
    queryKey: ['source-control', state],
    queryFn: ({ signal }) => get<SourceControlTaskView[]>(`/source-control-tasks?state=${state}`, signal),
  });
  return (
    <div className="page">
      <PageHead
        title="源头治理"
        lead="同一被反映对象多次投诉、举报的，要从源头拿出措施"
        extra={
          <Segmented
            value={state}
            onChange={setState}
            options={[
              { value: 'open', label: '待治理' },
              { value: 'done', label: '已治理' },
            ]}
          />
        }
      />
      {query.isPending && <Skeleton active />}
      {query.isError && <Trouble what="源头治理没有取到" error={query.error} retry={() => void query.refetch()} />}
      {query.data?.map((one) => (
        <TaskCard key={one.id} task={one} />
      ))}
      {query.data?.length === 0 && <Empty description={state === 'open' ? '没有待治理的。' : '还没有完成的。'} />}
    </div>
  );
}
