import type { ReportView } from '@hub/contract';
import { KPIS, percentWords, rateOf } from '@hub/domain';
import { Link } from 'react-router';
import { listOf, type Days } from './lists';

const RATES = ['contact', 'site', 'reply', 'returned', 'satisfied'] as const;

/** Each unit's part in the promise; a share stands beside what it is a share of. */
export function UnitTable({ units, days }: { units: ReportView['units']; days: Days }) {
  return (
    <section className="panel tally wide">
      <h3>各单位（按主办单位）</h3>
      <div className="scroll-x" role="region" aria-label="各单位的表" tabIndex={0}>
        <table className="unit-table">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">收到</th>
              {RATES.map((name) => (
                <th scope="col" key={name}>
                  {KPIS[name].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map(({ id, name, counts }) => {
              const unit: Record<string, string> = id ? { unit: id } : {};
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td className="num">
                    {id ? <Link to={listOf('received', days, unit)}>{counts.received ?? 0}</Link> : (counts.received ?? 0)}
                  </td>
                  {RATES.map((one) => {
                    const { of, among, permille } = rateOf(KPIS[one], counts);
                    return (
                      <td key={one} className="num">
                        {among === 0 ? (
                          '—'
                        ) : (
                          <>
                            {percentWords(permille)}{' '}
                            {id ? (
                              <span className="small">
                                <Link to={listOf(KPIS[one].of, days, unit)}>{of}</Link> /{' '}
                                <Link to={listOf(KPIS[one].among, days, unit)}>{among}</Link>
                              </span>
                            ) : (
                              <span className="small">
                                {of} / {among}
                              </span>
                            )}
                          </>
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
