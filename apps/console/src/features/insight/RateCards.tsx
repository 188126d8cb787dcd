import { KPI_NAMES, KPIS, percentWords, rateOf, type Counts, type Kpi } from '@hub/domain';
import { Link } from 'react-router';
import { listOf, type Days } from './lists';

/** Below this many answers a share says nothing. */
const FEW = 5;

function Card({ kpi, counts, days }: { kpi: Kpi; counts: Counts; days: Days }) {
  const { of, among, apart, permille } = rateOf(kpi, counts);
  const missing = among - of;
  return (
    <section className="panel rate">
      <h3>{kpi.name}</h3>
      <b>{kpi.of === 'satisfied' && among < FEW ? '样本不足' : percentWords(permille)}</b>
      <p className="num">
        <Link to={listOf(kpi.of, days)} aria-label={`${kpi.name}的分子 ${of} 件`}>
          {of}
        </Link>{' '}
        /{' '}
        <Link to={listOf(kpi.among, days)} aria-label={`${kpi.name}的分母 ${among} 件`}>
          {among}
        </Link>
      </p>
      <p className="small muted">
        {kpi.missing && missing > 0 && (
          <>
            <Link to={listOf(kpi.missing, days)}>未达到 {missing}</Link>{' '}
          </>
        )}
        {kpi.apart && apart !== null && apart > 0 && <Link to={listOf(kpi.apart, days)}>另计 {apart}</Link>}
      </p>
      <p className="small muted" title={kpi.source}>
        {kpi.source}
      </p>
    </section>
  );
}

/** Each rate with both its parts, each part with its list. */
export const RateCards = ({ counts, days }: { counts: Counts; days: Days }) => (
  <div className="rate-cards">
    {KPI_NAMES.map((name) => (
      <Card key={name} kpi={KPIS[name]} counts={counts} days={days} />
    ))}
  </div>
);
