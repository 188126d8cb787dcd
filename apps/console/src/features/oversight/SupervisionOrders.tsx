import type { OrderRow } from '@hub/contract';
import { ORDER_STATE_WORDS, ORDER_STATES, type OrderState } from '@hub/domain';
import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { PlainTable } from '../../components/PlainTable';
import { ToneTag } from '../../components/Tags';
import { dayWord } from '../../lib/dates';
import { useOversight } from './use-oversight';

const tones = { none: 'plain', soon: 'todo', late: 'alarm', moderate: 'alarm', severe: 'alarm' } as const;

const columns: TableColumnsType<OrderRow & { key: string }> = [
  { title: '督办单', dataIndex: 'number', render: (number: string | null) => number ?? '（建议）' },
  {
    title: '来件',
    dataIndex: 'appeal',
    render: (appeal: string, row) => (
      <div className="table-text">
        <Link to={`/queue/${appeal}`} className="mono">
          {appeal}
        </Link>
        <div className="small muted">{row.subject}</div>
      </div>
    ),
  },
  { title: '单位', dataIndex: 'unit' },
  {
    title: '事由',
    dataIndex: 'groundName',
    render: (name: string, row) => (
      <div className="table-text">
        {name}
        <div className="small muted">{row.reason}</div>
      </div>
    ),
  },
  {
    title: '期限',
    dataIndex: 'dueOn',
    render: (day: string, row) =>
      row.number && (
        <span className="nowrap">
          {dayWord(day)} {row.level !== 'none' && <ToneTag tone={tones[row.level]}>{row.levelName}</ToneTag>}
        </span>
      ),
  },
  { title: '发出', dataIndex: 'issuedBy' },
];

/** Orders and what rules suggest, the nearest due day first. */
export function SupervisionOrders() {
  const [state, setState] = useState<OrderState>('open');
  const query = useOversight<OrderRow>('supervision-orders', state);
  const rows = {
    ...query,
    data: query.data?.map((row, at) => ({ ...row, key: row.number ?? `${row.appeal}/${row.ground}/${at}` })),
  };
  return (
    <>
      <Segmented
        className="list-states"
        value={state}
        onChange={setState}
        options={ORDER_STATES.map((value) => ({ value, label: ORDER_STATE_WORDS[value] }))}
      />
      <PlainTable query={rows as never} columns={columns} rowKey="key" what="督办单没有取到" empty="没有这一类督办单。" />
    </>
  );
}
