import type { RevisitTaskRow } from '@hub/contract';
import { REVISIT_STATE_WORDS, REVISIT_STATES, type RevisitState } from '@hub/domain';
import { Segmented, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { PlainTable } from '../../components/PlainTable';
import { dayWord } from '../../lib/dates';
import { useOversight } from './use-oversight';

const columns: TableColumnsType<RevisitTaskRow> = [
  { title: '期限', dataIndex: 'dueOn', render: (day: string) => <span className="nowrap">{dayWord(day)}</span> },
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
  { title: '承办单位', dataIndex: 'unit' },
  { title: '为什么回访', dataIndex: 'reasonName' },
  { title: '已试', dataIndex: 'tries', render: (tries: number) => (tries ? `${tries} 次` : '') },
  { title: '回访员', dataIndex: 'assignee' },
];

/** Who is to be asked again; the telephone stands, masked, in the appeal. */
export function RevisitTasks() {
  const [state, setState] = useState<RevisitState>('open');
  const query = useOversight<RevisitTaskRow>('revisit-tasks', state);
  return (
    <>
      <Segmented
        className="list-states"
        value={state}
        onChange={setState}
        options={REVISIT_STATES.map((value) => ({ value, label: REVISIT_STATE_WORDS[value] }))}
      />
      <PlainTable query={query} columns={columns} rowKey="id" what="回访任务没有取到" empty="没有这一类回访任务。" />
    </>
  );
}
