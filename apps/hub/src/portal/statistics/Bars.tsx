import type { PublishedTable } from '@hub/domain';
import type { ReactElement } from 'react';
import { shareWords } from './share';

interface Row {
  readonly name: string;
  readonly count: number;
}

/** A chart that is a table: each row's last cell repeats its number as a bar, the longest over the whole width. */
export function Bars(props: {
  caption: string;
  head: string;
  table: PublishedTable;
  words: (value: string) => string;
}): ReactElement {
  const { caption, head, table, words } = props;
  if (!table) return <p className="soft">{caption}：件数太少，不分项列出。</p>;
  const rows: Row[] = table.rows.map(({ value, count }) => ({ name: words(value), count }));
  if (table.rest > 0) rows.push({ name: '其他', count: table.rest });
  if (!table.rows.length)
    return (
      <p className="soft">
        {caption}：{table.total > 0 ? '有的项太少，或者跟别的时段一减就能算出来，所以不分项列出。' : '这段时间没有。'}
      </p>
    );
  return <BarTable caption={caption} head={head} rows={rows} whole={table.total} />;
}

export function BarTable(props: { caption: string; head: string; rows: readonly Row[]; whole: number | null }): ReactElement {
  const { caption, head, rows, whole } = props;
  const longest = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table className="bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="r">
            件数
          </th>
          {whole !== null && (
            <th scope="col" className="r">
              占比
            </th>
          )}
          <th scope="col">
            <span className="vh">条形图</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="r">{count}</td>
            {whole !== null && <td className="r">{shareWords(count, whole)}</td>}
            <td>
              <svg className="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={`${name} ${count} 件`}>
                <rect width={((count * 100) / longest).toFixed(1)} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
