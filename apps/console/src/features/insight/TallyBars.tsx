import { permilleOf, percentWords } from '@hub/domain';
import { Link } from 'react-router';

export interface BarRow {
  readonly name: string;
  readonly count: number;
  /** The list behind it. */
  readonly to: string;
}

/** A chart that is a table: the bar repeats the number, the number opens its list. */
export function TallyBars({ title, rows, share = true }: { title: string; rows: readonly BarRow[]; share?: boolean }) {
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const longest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <section className="panel tally">
      <h3>{title}</h3>
      {total === 0 ? (
        <p className="muted">这段时间没有来件。</p>
      ) : (
        <table>
          <thead className="unseen">
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">件数</th>
              {share && <th scope="col">占比</th>}
              <th scope="col">条形图</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, count, to }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="num">
                  <Link to={to} aria-label={`${name} ${count} 件，看名单`}>
                    {count}
                  </Link>
                </td>
                {share && <td className="num small muted">{percentWords(permilleOf(count, total))}</td>}
                <td className="tally-bar" aria-hidden="true">
                  <i style={{ width: `${(count * 100) / longest}%` }} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
