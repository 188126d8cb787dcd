import type { PublicationEntity } from '@hub/persistence';
import type { ReactElement } from 'react';
import { DayOf } from '../published/PublishedPage';
import { verdictTag } from '../published/words';

/** The width of one sign. */
const GAP = '\u3000';

export const Recent = ({ rows }: { rows: readonly PublicationEntity[] }): ReactElement => (
  <section aria-labelledby="recent">
    <h2 id="recent">最近公开的办理结果</h2>
    <ul className="list">
      {rows.map((row) => (
        <Item key={row.serial} row={row} />
      ))}
    </ul>
    <a className="more" href="/published">
      查看全部公开结果
    </a>
  </section>
);

const Item = ({ row }: { row: PublicationEntity }): ReactElement => {
  const { words, className } = verdictTag(row);
  return (
    <li>
      <h3>
        <a className="tap" href={`/published/${row.serial}`}>
          {row.title}
        </a>
      </h3>
      <p className="soft">
        {row.street && row.street + GAP}
        <DayOf day={row.publishedOn!} />
      </p>
      <p>
        <span className={className}>{words}</span>
      </p>
    </li>
  );
};
