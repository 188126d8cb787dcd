import type { ReportView } from '@hub/contract';
import {
  addDays,
  CHANNEL_WORDS,
  dayOf,
  KIND_WORDS,
  monthPeriod,
  TOPIC_WORDS,
  yearPeriod,
  type ChannelName,
  type Kind,
  type Tally,
  type Topic,
} from '@hub/domain';
import { Button, Segmented, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { Trouble } from '../../components/Trouble';
import { useSeesAll } from '../../lib/session';
import { places } from '../../lib/words';
import { listOf, type Days } from './lists';
import { RateCards } from './RateCards';
import { TallyBars, type BarRow } from './TallyBars';
import { UnitTable } from './UnitTable';
import { useReport } from './use-report';

const PERIODS = { month: '本月', last: '上月', year: '本年', 'last-year': '去年' } as const;
type PeriodName = keyof typeof PERIODS;

function daysOf(name: PeriodName, today: string): Days {
  const year = Number(today.slice(0, 4));
  if (name === 'month') return { from: `${today.slice(0, 7)}-01`, to: today };
  if (name === 'last') return monthPeriod(addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7));
  return name === 'year' ? { from: `${year}-01-01`, to: today } : yearPeriod(String(year - 1));
}

const rowsOf = (tally: Tally, words: (value: string) => string, to: (value: string) => string): BarRow[] =>
  Object.entries(tally)
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => ({ name: value ? words(value) : '没有写明', count, to: to(value) }));

function Figures({ report, days }: { report: ReportView; days: Days }) {
  const received = (name: string) => (value: string) => listOf('received', days, value ? { [name]: value } : { [name]: 'none' });
  const { counts } = report;
  return (
    <>
      <p className="figures-line">
        收到 <Link to={listOf('received', days)}>{counts.received ?? 0} 件</Link>，答复送达{' '}
        <Link to={listOf('answered', days)}>{counts.answered ?? 0} 件</Link>，办结{' '}
        <Link to={listOf('closed', days)}>{counts.closed ?? 0} 件</Link>，发出督办单{' '}
        <Link to={listOf('ordered', days)}>{counts.ordered ?? 0} 份</Link>；答复天数中位数{' '}
        {report.medianDays === null ? '还没有' : `${report.medianDays} 天`}。
      </p>
      <RateCards counts={counts} days={days} />
      <div className="tallies">
        <UnitTable units={report.units} days={days} />
        <TallyBars
          title="收到的来件，近 12 个月"
          share={false}
          rows={report.months.map(({ month, counts: of }) => ({
            name: month,
            count: of.received ?? 0,
            to: listOf('received', monthPeriod(month)),
          }))}
        />
        <TallyBars title="按类型" rows={rowsOf(report.kind, (value) => KIND_WORDS[value as Kind], received('kind'))} />
        <TallyBars
          title="按渠道"
          rows={rowsOf(report.channel, (value) => CHANNEL_WORDS[value as ChannelName], received('channel'))}
        />
        <TallyBars title="按方面" rows={rowsOf(report.topic, (value) => TOPIC_WORDS[value as Topic], received('topic'))} />
        <TallyBars title="按街道（镇）" rows={rowsOf(report.street, (value) => value, received('street'))} />
      </div>
    </>
  );
}

/** How it goes, with the list behind each figure; a section reads its own. */
export function InsightPage() {
  const [params, setParams] = useSearchParams();
  const seesAll = useSeesAll();
  const today = dayOf(new Date());
  const given = params.get('period') as PeriodName | null;
  const period = given && given in PERIODS ? given : 'month';
  const days = daysOf(period, today);
  const query = useReport(days);
  return (
    <div className="page">
      <PageHead
        title={places.insight}
        lead={`${seesAll ? '' : '只算本单位的来件。'}每个数字可点开名单；到期的事项按到期那天计，到昨天为止。`}
        extra={
          <>
            <Segmented
              aria-label="时段"
              value={period}
              onChange={(value) => setParams(value === 'month' ? {} : { period: value })}
              options={Object.entries(PERIODS).map(([value, label]) => ({ value: value as PeriodName, label }))}
            />
            <Link to="/insight/morning">
              <Button>晨报</Button>
            </Link>
          </>
        }
      />
      {query.isPending && <Skeleton active />}
      {query.isError && <Trouble what="统计没有取到" error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Figures report={query.data} days={days} />}
    </div>
  );
}
