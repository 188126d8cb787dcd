import type { PublicationLine } from '@hub/contract';
import type { PublicationState } from '@hub/domain';
import { Button, Empty, Skeleton, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { usePublications } from './use-publications';

const columns: TableColumnsType<PublicationLine> = [
  {
    title: '标题',
    dataIndex: 'title',
    render: (title: string, row) => (
      <div className="table-text">
        <Link to={`/publications/${row.id}`}>{title || '（没有标题）'}</Link>
        <div className="small muted">{[row.number, row.kindName, row.topicName, row.street].filter(Boolean).join(' · ')}</div>
      </div>
    ),
  },
  {
    title: '来件',
    dataIndex: 'appeal',
    render: (appeal: string) => (
      <Link to={`/queue/${appeal}`} className="mono">
        {appeal}
      </Link>
    ),
  },
  {
    title: '原因、说明',
    dataIndex: 'note',
    render: (note: string, row) => <div className="table-text">{[row.withheldFor, note].filter(Boolean).join('：')}</div>,
  },
  { title: '更新', dataIndex: 'changedAt', render: (at: string) => <span className="nowrap">{timeWord(at)}</span> },
];

const EMPTY: Record<PublicationState, string> = {
  draft: '没有待科室同意的。办公室起草后会到这里。',
  agreed: '没有待领导批准的。',
  approved: '没有待公开的。领导批准后由办公室在这里公开。',
  published: '还没有公开的。在“还没定”里选一件来起草。',
  withdrawn: '没有撤下过。',
  withheld: '没有定为不公开的。',
};

/** The publications of one state, the last changed first. */
export function Publications({ state }: { state: PublicationState }) {
  const query = usePublications(state);
  if (query.isPending) return <Skeleton active />;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {query.isError && <Trouble what="公开件没有取到" error={query.error} retry={() => void query.refetch()} />}
      <Table<PublicationLine>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={EMPTY[state]} /> }}
      />
      {query.hasNextPage && (
        <Button className="more-rows" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          更早的
        </Button>
      )}
    </>
  );
}
