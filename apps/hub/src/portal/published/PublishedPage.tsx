import { extractOf } from '@hub/casework';
import { CONDUCT_TOPICS, POLLUTION_TOPICS, TOPIC_WORDS, type Day, type Office } from '@hub/domain';
import type { PublicationEntity } from '@hub/persistence';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { addressOf, periods, type Search } from './search';
import { verdictTag } from './words';

export const PAGE = 20;
/** The width of one sign. */
const GAP = '\u3000';

interface Found {
  readonly search: Search;
  readonly today: Day;
  readonly rows: readonly PublicationEntity[];
  readonly total: { readonly count: number; readonly more: boolean };
  /** The serial of the last row where more follow. */
  readonly next: number | null;
}

export const publishedPage = (office: Office, found: Found): Page => ({
  title: '办理结果公开',
  place: 'published',
  textSwitch: { back: addressOf('/published', found.search, found.search.before) },
  about: {
    description: `${office.bureau}公开的群众来件办理结果。`,
    path: '/published',
    feed: { title: '办理结果公开', path: '/published.rss' },
  },
  body: <List office={office} {...found} />,
});

const List = ({ office, ...found }: Found & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <h1>办理结果公开</h1>
    <p className="col">这里公开已经办完的来件。反映人的姓名、电话、住址等都已去掉。</p>
    <SearchForm office={office} {...found} />
    <Count {...found} />
    {found.rows.length > 0 && (
      <ul className="list">
        {found.rows.map((row) => (
          <Item key={row.serial} row={row} />
        ))}
      </ul>
    )}
    <Turning {...found} />
    {found.total.count > 0 && (
      <p className="soft">
        数据取用：
        <a className="more" href="/published.rss">
          订阅 RSS
        </a>
        {GAP}
        <a className="more" href={addressOf('/published.csv', found.search)}>
          下载表格（CSV）
        </a>
      </p>
    )}
  </main>
);

const SearchForm = ({ office, search, today }: Pick<Found, 'search' | 'today'> & { office: Office }): ReactElement => (
  <form className="panel" method="get" action="/published" role="search" aria-label="查找公开结果">
    <div className="halves">
      <div className="field">
        <label htmlFor="q">关键词</label>
        <input type="search" id="q" name="q" defaultValue={search.q} maxLength={60} />
      </div>
      <Select id="topic" label="哪方面" value={search.topic}>
        <optgroup label="环境问题">
          {POLLUTION_TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {TOPIC_WORDS[topic]}
            </option>
          ))}
        </optgroup>
        <optgroup label="对本局工作">
          {CONDUCT_TOPICS.map((topic) => (
            <option key={topic} value={topic}>
              {TOPIC_WORDS[topic]}
            </option>
          ))}
        </optgroup>
      </Select>
    </div>
    <div className="halves">
      <Select id="street" label="街道或镇" value={search.street}>
        {office.streets.map((street) => (
          <option key={street}>{street}</option>
        ))}
      </Select>
      <Select id="when" label="什么时候公开的" value={search.when}>
        {periods(today).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </div>
    <button className="btn">查找</button>
  </form>
);

const Select = (props: { id: string; label: string; value: string; children: ReactElement | ReactElement[] }): ReactElement => (
  <div className="field">
    <label htmlFor={props.id}>{props.label}</label>
    <select id={props.id} name={props.id} defaultValue={props.value}>
      <option value="">全部</option>
      {props.children}
    </select>
  </div>
);

const isNarrowed = ({ q, topic, street, when }: Search): boolean => Boolean(q || topic || street || when);

const Count = ({ search, total: { count, more } }: Pick<Found, 'search' | 'total'>): ReactElement => {
  if (count > 0)
    return (
      <p role="status">
        共 {count}
        {more ? ' 条以上' : ' 条'}，按公开日期从新到旧，每页 {PAGE} 条。
      </p>
    );
  if ([...search.q].length === 1) return <p role="status">关键词请写两个字以上，例如“油烟”“风机”。</p>;
  if (isNarrowed(search))
    return (
      <p role="status">
        没有找到。请换个说法，或少选一项再找。
        <a className="more" href="/published">
          看全部公开结果
        </a>
      </p>
    );
  return (
    <p role="status">
      还没有公开的结果。来件办完、去掉个人信息以后，会公开在这里。
      <a className="more" href="/track">
        查您自己来件的进度
      </a>
    </p>
  );
};

const Item = ({ row }: { row: PublicationEntity }): ReactElement => {
  const { words, className } = verdictTag(row);
  return (
    <li>
      <h2>
        <a className="tap" href={`/published/${row.serial}`}>
          {row.title}
        </a>
      </h2>
      <p>{extractOf(row.measures || row.facts)}</p>
      <p>
        <span className={className}>{words}</span>{' '}
        <span className="soft">
          {row.topic && TOPIC_WORDS[row.topic] + GAP}
          {row.street && row.street + GAP}
          <DayOf day={row.publishedOn!} />
        </span>
      </p>
    </li>
  );
};

/** 2026年3月30日 */
export const DayOf = ({ day }: { day: Day }): ReactElement => {
  const [year, month, date] = day.split('-').map(Number);
  return (
    <time dateTime={day}>
      {year}年{month}月{date}日
    </time>
  );
};

const Turning = ({ search, next }: Pick<Found, 'search' | 'next'>): ReactElement | null => {
  if (next === null && search.before === null) return null;
  return (
    <nav className="split" aria-label="翻页">
      {search.before === null ? (
        <span className="soft">第 1 页</span>
      ) : (
        <a className="more" href={addressOf('/published', search)}>
          回到第 1 页
        </a>
      )}
      {next === null ? (
        <span className="soft">已经是最后一页</span>
      ) : (
        <a className="btn low" href={addressOf('/published', search, next)}>
          下一页
        </a>
      )}
    </nav>
  );
};
