import {
  DAY_SPAN_WORDS,
  dayOf,
  KIND_WORDS,
  monthPeriod,
  percentWords,
  SMALL,
  TOPIC_WORDS,
  type DaySpan,
  type Kind,
  type Office,
  type Period,
  type Topic,
} from '@hub/domain';
import { BUREAU, type PublicFigures, type PublicYear } from '@hub/insight';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { Bars, BarTable } from './Bars';
import { PeriodChoice } from './PeriodChoice';
import { Rates } from './Rates';

export interface Statistics {
  readonly period: Period;
  readonly today: string;
  readonly year: PublicYear;
  readonly figures: PublicFigures;
}

export const topicWords = (value: string): string => (value === BUREAU ? '对本局工作' : TOPIC_WORDS[value as Topic]);

export const statisticsPage = (office: Office, statistics: Statistics): Page => ({
  title: '办理统计',
  place: 'statistics',
  textSwitch: { back: `/statistics?period=${statistics.period.name}` },
  cacheSeconds: 300,
  body: <StatisticsBody office={office} {...statistics} />,
});

const counted = (count: number | null): string => (count === null ? `收到的少于 ${SMALL} 件，不列数字` : `共收到 ${count} 件`);

function StatisticsBody({ office, period, today, year, figures }: Statistics & { office: Office }): ReactElement {
  const { tables } = figures;
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <h1>办理统计</h1>
      <p className="lead col">
        {period.words}
        {period.to >= today ? '（到今天为止）' : ''}
        {counted(figures.received)}。数据截至 <LongDay day={dayOf(year.countedAt)} />。
      </p>
      <PeriodChoice period={period} today={today} years={year.years} />
      <Rates rates={figures.rates} rules={office.rules} />
      <div className="halves">
        <section aria-labelledby="what">
          <h2 id="what">反映了什么</h2>
          <Bars caption="按类型" head="类型" table={tables.kind} words={(value) => KIND_WORDS[value as Kind]} />
          <Bars caption="按方面" head="方面" table={tables.topic} words={topicWords} />
        </section>
        <section aria-labelledby="where">
          <h2 id="where">地点和渠道</h2>
          <Bars caption="按街道（镇）" head="街道（镇）" table={tables.street} words={(value) => value} />
          <Bars caption="按渠道" head="渠道" table={tables.source} words={(value) => value} />
        </section>
      </div>
      <div className="halves">
        <Days figures={figures} />
        <Opinions figures={figures} />
      </div>
      <Trend year={year} today={today} name={period.name.slice(0, 4)} />
      <p className="soft">
        少于 {SMALL} 件的项目并入“其他”；如果从别的数字能算出来，相邻的一项也并进去，避免认出是谁。{' '}
        <a className="more" href={`/statistics/data.csv?period=${period.name}`}>
          下载数据（CSV）
        </a>
      </p>
    </main>
  );
}

function Days({ figures: { medianDays, days } }: { figures: PublicFigures }): ReactElement {
  return (
    <section aria-labelledby="days">
      <h2 id="days">办理天数</h2>
      {!days?.total ? (
        <p>这段时间{days ? '还没有答复。' : '答复的件数太少，不列数字。'}</p>
      ) : (
        <>
          <p>
            答复了 {days.total} 件。一半在 <b>{medianDays} 天</b>内答复（中位数），从收到那天算起。
          </p>
          <Bars caption="收到后多少天答复" head="天数" table={days} words={(value) => DAY_SPAN_WORDS[value as DaySpan]} />
        </>
      )}
    </section>
  );
}

function Opinions({ figures: { rates, fair } }: { figures: PublicFigures }): ReactElement {
  const { rated, satisfied } = rates;
  const results = [
    { name: '满意', count: satisfied.of - fair },
    { name: '基本满意', count: fair },
    { name: '不满意', count: rated.of - satisfied.of },
  ];
  return (
    <section aria-labelledby="opinions">
      <h2 id="opinions">满意情况</h2>
      {rated.of < SMALL ? (
        <p>这段时间收到的评价少于 {SMALL} 件，不列数字。</p>
      ) : (
        <>
          <p>
            答复 {rated.among} 件，都请群众评价，收到评价 {rated.of} 件。满意和基本满意 {satisfied.of} 件，占{' '}
            {percentWords(satisfied.permille)}。
          </p>
          {results.every(({ count }) => count === 0 || count >= SMALL) && (
            <BarTable caption="评价结果" head="评价" whole={rated.of} rows={results.filter(({ count }) => count > 0)} />
          )}
        </>
      )}
    </section>
  );
}

function Trend({ year, today, name }: { year: PublicYear; today: string; name: string }): ReactElement | null {
  const months = Object.entries(year.months)
    .filter(([month]) => `${month}-01` <= today)
    .map(([month, { received }]) => ({ month, received }));
  const shown = months.flatMap(({ month, received }) =>
    received === null ? [] : [{ name: monthPeriod(month).words.replace(/^.*年/, ''), count: received }],
  );
  const first = shown.findIndex(({ count }) => count > 0);
  if (first < 0) return null;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{name}年逐月</h2>
      <BarTable caption="每月收到" head="月份" rows={shown.slice(first)} whole={null} />
      {shown.length < months.length && <p className="soft">没有列出的月份，收到的少于 {SMALL} 件，或者由它能算出这样的月份。</p>}
    </section>
  );
}
