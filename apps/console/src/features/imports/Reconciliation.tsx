import { DiffOutlined, DownloadOutlined } from '@ant-design/icons';
import type { FindingView, ImportView, ReconciliationView } from '@hub/contract';
import { FINDING_WORDS, type FindingKind } from '@hub/domain';
import { Button, Table, Tabs, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { useReconciliation } from './use-imports';

/** The source's export against ours, asked for by a button: reading a large log through takes its time. */
export function Reconciliation({ one }: { one: ImportView }) {
  const reconcile = useReconciliation(one);
  const found = reconcile.data;
  return (
    <section className="stack">
      <div className="actions">
        <Button icon={<DiffOutlined />} loading={reconcile.isPending} onClick={() => reconcile.mutate()}>
          核对
        </Button>
        {found && (
          <Button icon={<DownloadOutlined />} href={`/api/v1/imports/${one.id}/reconciliation/workbook`}>
            下载核对结果
          </Button>
        )}
        <span className="muted small import-note">
          把这份表和我方登记的逐件比一遍，只看不改。“我方有对方无”按表里最早到最晚的收到日期查。
        </span>
      </div>
      {reconcile.isError && <Trouble what="没有核对成" error={reconcile.error} />}
      {found && <Lists found={found} />}
    </section>
  );
}

const KINDS: readonly FindingKind[] = ['theirs', 'ours', 'differs'];

const Lists = ({ found }: { found: ReconciliationView }) => (
  <Tabs
    items={KINDS.map((kind) => ({
      key: kind,
      label: `${FINDING_WORDS[kind]}（${found[kind].count}）`,
      children: <Findings kind={kind} {...found[kind]} />,
    }))}
  />
);

const columns: TableColumnsType<FindingView> = [
  { title: '行', dataIndex: 'row', align: 'right', render: (row: number | null) => <span className="num">{row}</span> },
  { title: '工单编号', dataIndex: 'outsideNumber' },
  {
    title: '一线通编号',
    dataIndex: 'number',
    render: (number: string | null) => number && <Link to={`/appeals/${number}`}>{number}</Link>,
  },
  { title: '收到', dataIndex: 'receivedOn' },
  {
    title: '标题',
    key: 'subject',
    render: (_, { subject, note }) => (
      <div className="table-text">
        {subject}
        {note && <div className="small muted">{note}</div>}
      </div>
    ),
  },
];

/** Narrow enough for a telephone, for what differs stands below in a table of its own. */
const numbered: TableColumnsType<FindingView> = [
  columns[0]!,
  {
    title: '编号',
    key: 'numbers',
    render: (_, { outsideNumber, number }) => (
      <>
        <div>{outsideNumber}</div>
        <Link to={`/appeals/${number}`}>{number}</Link>
      </>
    ),
  },
  columns.at(-1)!,
];

const of = (kind: FindingKind): TableColumnsType<FindingView> => {
  if (kind === 'differs') return numbered;
  if (kind === 'theirs') return columns.filter(({ title }) => title !== '一线通编号');
  return columns.filter(({ title }) => title !== '行');
};

function Findings({ kind, count, items }: { kind: FindingKind } & ReconciliationView[FindingKind]) {
  const side = kind === 'differs' ? { expandedRowRender: Sides, defaultExpandAllRows: true } : undefined;
  return (
    <>
      {count > items.length && <p className="muted">这里列前 {items.length} 件，全部请下载。</p>}
      <Table<FindingView>
        size="small"
        rowKey={({ row, number }) => `${row ?? ''} ${number ?? ''}`}
        columns={of(kind)}
        dataSource={[...items]}
        expandable={side}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '没有' }}
        scroll={kind === 'differs' ? undefined : { x: 'max-content' }}
      />
    </>
  );
}

type Side = FindingView['differences'][number];

const sides: TableColumnsType<Side> = [
  { title: '不同的栏', dataIndex: 'name', width: 100 },
  { title: '对方', dataIndex: 'theirs', render: (text: string) => text || <span className="muted">空</span> },
  { title: '我方', dataIndex: 'ours', render: (text: string) => text || <span className="muted">空</span> },
];

/** Where the two differ, side by side. */
const Sides = ({ differences }: FindingView) => (
  <Table<Side> size="small" rowKey="name" columns={sides} dataSource={[...differences]} pagination={false} tableLayout="fixed" />
);
