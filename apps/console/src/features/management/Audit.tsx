import type { AuditEntryView, AuditPage } from '@hub/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Input, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';
import { timeWord } from '../../lib/dates';

const columns: TableColumnsType<AuditEntryView> = [
  { title: '序号', dataIndex: 'sequence', align: 'right', render: (sequence: number) => <span className="num">{sequence}</span> },
  { title: '时间', dataIndex: 'at', render: (at: string) => timeWord(at) },
  { title: '谁', dataIndex: 'actor' },
  { title: '做了什么', dataIndex: 'actionName' },
  { title: '对哪一件', dataIndex: 'subject', render: (subject: string | null) => subject ?? '（不显示）' },
  {
    title: '说明',
    dataIndex: 'detail',
    render: (detail: AuditEntryView['detail']) => detail && <div className="table-text small muted">{wordsOf(detail)}</div>,
  },
];

const wordsOf = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join('，');

/** Who did what and when: the audit chain, newest first. */
export function Audit() {
  const [subject, setSubject] = useState('');
  const query = useInfiniteQuery({
    queryKey: ['management', 'audit', subject],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(subject ? { subject } : {}), ...(pageParam ? { cursor: pageParam } : {}) });
      return get<AuditPage>(`/audit?${asked.toString()}`, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (query.isPending) return <Skeleton active />;
  return (
    <>
      <Input.Search
        className="audit-search"
        allowClear
        aria-label="按编号或账号查"
        placeholder="来件编号或账号"
        onSearch={(typed) => setSubject(typed.trim())}
      />
      {query.isError && <Trouble what="审计没有取到" error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <Table<AuditEntryView>
          size="small"
          rowKey="sequence"
          columns={columns}
          dataSource={query.data.pages.flatMap(({ items }) => items)}
          scroll={{ x: 'max-content' }}
          pagination={false}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的记录。" /> }}
        />
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          更早的
        </Button>
      )}
    </>
  );
}
