import type { SiteEvent, SiteView } from '@hub/contract';
import { useQuery } from '@tanstack/react-query';
import { Empty, Result, Skeleton, Timeline } from 'antd';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { Trouble } from '../../components/Trouble';
import { asProblem, get } from '../../lib/api';
import { dayWord, timeWord } from '../../lib/dates';
import { TaskCard } from './TaskCard';

const COLOURS = { appeal: 'blue', inspection: 'green', measure: 'green', task: 'red' } as const;

function Event({ one }: { one: SiteEvent }) {
  switch (one.what) {
    case 'appeal':
      return (
        <>
          <b>{one.appeal.kindName}</b> <Link to={`/queue/${one.appeal.number}`}>{one.appeal.subject}</Link>{' '}
          <span className="small muted">
            {one.appeal.number} · {one.appeal.statusName}
          </span>
        </>
      );
    case 'inspection':
      return (
        <>
          <b>现场调查</b> {one.officers.join('、')}
          <p className="words">{one.findings}</p>
        </>
      );
    case 'measure':
      return (
        <>
          <b>措施落实</b> {one.measure.measure}
          <p className="small muted">
            {one.measure.owner} · 证明：{one.measure.proof}
          </p>
        </>
      );
    case 'task':
      return (
        <>
          <b>源头治理</b> 90 天内多次投诉，{dayWord(one.task.dueOn)}前拿出措施（{one.task.stateName}）
        </>
      );
  }
}

/** A polluter or address with all that happened about it, in one line of time. */
export function SitePage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['site', id], queryFn: ({ signal }) => get<SiteView>(`/sites/${id}`, signal) });
  if (query.isPending) return <Skeleton active className="page" />;
  if (query.isError)
    return asProblem(query.error).status === 404 ? (
      <Result status="404" title={asProblem(query.error).detail} subTitle={asProblem(query.error).hint} />
    ) : (
      <div className="page">
        <Trouble what="被反映对象没有取到" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const { name, kindName, address, street, events, tasks, measures, sinceMeasure } = query.data;
  const pending = measures.filter((one) => !one.doneAt);
  return (
    <div className="page">
      <PageHead title={name} lead={[kindName, street, address !== name && address].filter(Boolean).join(' · ')} />
      {sinceMeasure !== null && (
        <p>
          {sinceMeasure ? `最近一项措施落实后，又有 ${sinceMeasure} 件投诉、举报。` : '最近一项措施落实后，没有新的投诉、举报。'}
        </p>
      )}
      {tasks
        .filter((one) => one.state === 'open')
        .map((one) => (
          <TaskCard key={one.id} task={one} />
        ))}
      {pending.map((one) => (
        <p key={one.id}>
          待落实：{one.measure}（{one.owner}，{dayWord(one.dueOn)}前）
        </p>
      ))}
      {events.length ? (
        <Timeline
          items={events.map((one, at) => ({
            key: at,
            color: COLOURS[one.what],
            content: (
              <>
                <span className="small muted">{one.what === 'task' ? dayWord(one.task.openedOn) : timeWord(one.at)}</span>
                <div>
                  <Event one={one} />
                </div>
              </>
            ),
          }))}
        />
      ) : (
        <Empty description="还没有记录。" />
      )}
    </div>
  );
}
