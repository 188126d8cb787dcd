import { LockOutlined } from '@ant-design/icons';
import type { ImportSampleView } from '@hub/contract';
import { Table, type TableColumnsType } from 'antd';
import { KindTag, ToneTag } from '../../components/Tags';
import { timeWord } from '../../lib/dates';

const whole = (row: ImportSampleView) => (row.appeal ? {} : { colSpan: 0 });

const columns: TableColumnsType<ImportSampleView> = [
  { title: '行', dataIndex: 'row', align: 'right', render: (row: number) => <span className="num">{row}</span> },
  {
    title: '标题',
    key: 'subject',
    onCell: (row) => (row.appeal ? {} : { colSpan: 5 }),
    render: (_, { appeal, fault, known }) =>
      appeal ? (
        <div className="table-text">
          {known && <ToneTag tone="plain">已登记过</ToneTag>} {appeal.subject}
          <div className="small muted">{appeal.outsideNumber}</div>
        </div>
      ) : (
        <ToneTag tone="alarm">{fault}</ToneTag>
      ),
  },
  {
    title: '类型',
    key: 'kind',
    onCell: whole,
    render: (_, { appeal }) =>
      appeal && (
        <>
          <KindTag name={appeal.kindName} /> {appeal.secrecy !== 'named' && <LockOutlined title={appeal.secrecyName} />}
        </>
      ),
  },
  { title: '收到', key: 'at', onCell: whole, render: (_, { appeal }) => appeal && timeWord(appeal.receivedAt) },
  { title: '地点', key: 'place', onCell: whole, render: (_, { appeal }) => <div className="table-text">{appeal?.place}</div> },
  {
    title: '反映人',
    key: 'name',
    onCell: whole,
    render: (_, { appeal }) => appeal && [appeal.name, appeal.phone].filter(Boolean).join(' '),
  },
];

/** The first rows as the appeals that they would become. */
export const Samples = ({ rows }: { rows: readonly ImportSampleView[] }) => (
  <Table<ImportSampleView>
    size="small"
    rowKey={({ row, appeal }) => `${row}${appeal?.outsideNumber ?? ''}`}
    columns={columns}
    dataSource={[...rows]}
    pagination={false}
    scroll={{ x: 'max-content' }}
  />
);
