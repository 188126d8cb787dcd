import type { QueuePage } from '@hub/contract';
import { addDays, dayOf, KPIS, longDate, percentWords, rateOf } from '@hub/domain';
import { useQueries } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { Trouble } from '../../components/Trouble';
import { get } from '../../lib/api';
import { product } from '../../lib/words';
import { listOf } from './lists';
import { useReport } from './use-report';

/** The lists of the morning, each with the address where it is read. */
const listsOn = (today: string) => {
  const yesterday = { from: addDays(today, -1), to: addDays(today, -1) };
  return [
    ['昨日新收', listOf('received', yesterday)],
    ['未办结', '/queue?view=open'],
    ['超期', '/queue?due=late'],
    ['今天到期', '/queue?due=today'],
    ['督办未结', '/queue?view=supervised'],
    ['退单待确认', '/queue?returned=yes'],
    ['不满意', '/queue?view=unsatisfied'],
  ] as const;
};

const IMPORTANT = '/queue?view=supervised';
const FIVE = 5;

/** One sheet of A4 for whoever heads the bureau; on the screen each number opens its list. */
export function MorningPage() {
  const today = dayOf(new Date());
  const lists = listsOn(today);
  const ask = (address: string, limit: number) => `/appeals${address.replace('/queue', '')}&limit=${limit}`;
  const found = useQueries({
    queries: [...lists.map(([, to]) => ask(to, 1)), ask(IMPORTANT, FIVE)].map((path) => ({
      queryKey: ['morning', path],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<QueuePage>(path, signal),
    })),
  });
  const month = { from: `${today.slice(0, 7)}-01`, to: today };
  const report = useReport(month);
  const trouble = [...found, report].find(({ isError }) => isError);
  const important = found.at(-1)?.data?.items ?? [];
  return (
    <div className="page morning-desk">
      <p className="no-print">
        <Button type="primary" onClick={() => print()}>
          打印
        </Button>{' '}
        <Link to="/insight">看统计</Link>
      </p>
      {trouble && <Trouble what="晨报没有取全" error={trouble.error!} retry={() => void report.refetch()} />}
      <article className="morning">
        <header>
          <h1>群众诉求晨报</h1>
          <p>
            {product.bureau} {longDate(today)}
          </p>
        </header>
        <section>
          <h2>一、昨日与在办</h2>
          <dl className="morning-figures">
            {lists.map(([word, to], at) => {
              const count = found[at]?.data?.counts.found;
              return (
                <div key={word}>
                  <dt>{word}</dt>
                  <dd>
                    <Link to={to}>{count ? `${count.count}${count.more ? '+' : ''}` : '…'}</Link>
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
        <section>
          <h2>二、督办的重要件</h2>
          {important.length === 0 && <p>没有在办的督办件。</p>}
          <ol>
            {important.map((row) => (
              <li key={row.number}>
                <Link to={`/queue/${row.number}`}>{row.number}</Link> {row.subject}，{row.statusName}
                {row.due && `，${row.due.stepName}${row.due.word}`}
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h2>三、本月“1、2、4”</h2>
          {!report.data ? (
            <Skeleton active />
          ) : (
            <table className="unit-table">
              <thead>
                <tr>
                  <th scope="col">单位</th>
                  <th scope="col">收到</th>
                  {(['contact', 'site', 'reply'] as const).map((name) => (
                    <th scope="col" key={name}>
                      {KPIS[name].name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[{ id: '', name: '合计', counts: report.data.counts }, ...report.data.units.filter(({ id }) => id)].map(
                  (unit) => (
                    <tr key={unit.id}>
                      <th scope="row">{unit.name}</th>
                      <td className="num">{unit.counts.received ?? 0}</td>
                      {(['contact', 'site', 'reply'] as const).map((name) => {
                        const { of, among, permille } = rateOf(KPIS[name], unit.counts);
                        return (
                          <td key={name} className="num">
                            {among ? `${percentWords(permille)}（${of}/${among}）` : '—'}
                          </td>
                        );
                      })}
                    </tr>
                  ),
                )}
              </tbody>
            </table>
          )}
          <p className="small">本月 1 日至今；括号内为按期数 / 应办数，免办另计，迟办的补办了仍算迟。</p>
        </section>
        <div className="morning-remark">批示</div>
        <footer className="small">内部资料，不含反映人身份</footer>
      </article>
    </div>
  );
}
