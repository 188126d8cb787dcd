import { Empty, Skeleton, Table, type TableColumnsType } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import { Trouble } from './Trouble';

interface Props<T> {
  query: UseQueryResult<T[]>;
  columns: TableColumnsType<T>;
  rowKey: keyof T & string;
  empty: string;
  what: string;
}

/** A table in its own box, so that on a narrow screen only the box scrolls sideways. */
export function PlainTable<T extends object>({ query, columns, rowKey, empty, what }: Props<T>) {
  if (query.isPending) return <Skeleton active />;
  return (
    <>
      {query.isError && <Trouble what={what} error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <Table<T>
          size="small"
          rowKey={rowKey}
          columns={columns}
          dataSource={query.data}
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        />
      )}
    </>
  );
}
