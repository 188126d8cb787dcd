import { extractOf } from '@hub/casework';
import {
  GUIDE_CHAPTER_WORDS,
  GUIDE_CHAPTERS,
  KIND_WORDS,
  KINDS,
  POLLUTION_TOPICS,
  TOPIC_WORDS,
  unitName,
  type GuideChapter,
  type Office,
} from '@hub/domain';
import type { GuideArticleEntity } from '@hub/persistence';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Paragraphs } from '../layout/Paragraphs';
import { period } from '../layout/period';
import { HelpPanel, Tel } from '../layout/Phone';

interface Told {
  readonly articles: readonly GuideArticleEntity[];
  /** What was looked for; empty where nothing was. */
  readonly q: string;
}

export const guidePage = (office: Office, told: Told): Page => ({
  title: '办事指南',
  place: 'guide',
  textSwitch: { back: told.q ? `/guide?${new URLSearchParams({ q: told.q }).toString()}` : '/guide' },
  about: { description: `${office.bureau}受理哪些来件、多久答复、怎么联系，以及各科室的承诺。`, path: '/guide' },
  body: <Guide office={office} {...told} />,
});

const Guide = ({ office, articles, q }: Told & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <h1>办事指南</h1>
        <form method="get" action="/guide" role="search" aria-label="在指南里查找">
          <div className="field">
            <label htmlFor="q">想查什么？</label>
            <input type="search" id="q" name="q" defaultValue={q} maxLength={60} />
          </div>
          <div className="acts">
            <button className="btn">查找</button>
          </div>
        </form>
        {q ? <Hits articles={articles} /> : <Whole office={office} articles={articles} />}
      </div>
      <div className="side">
        <HelpPanel office={office} />
      </div>
    </div>
  </main>
);

const Hits = ({ articles }: Pick<Told, 'articles'>): ReactElement =>
  articles.length ? (
    <>
      <p role="status">找到 {articles.length} 篇。</p>
      <ul className="list">
        {articles.map(({ root, title, text, promise }) => (
          <li key={root}>
            <h2>
              <a className="tap" href={`/guide/${root}`}>
                {title}
              </a>
            </h2>
            <p>{extractOf(promise || text)}</p>
          </li>
        ))}
      </ul>
    </>
  ) : (
    <p role="status">
      没有找到。请换个说法，或者
      <a className="more" href="/guide">
        看整本指南
      </a>
      ，也可以打电话问我们。
    </p>
  );

const Whole = ({ office, articles }: Pick<Told, 'articles'> & { office: Office }): ReactElement => {
  const of = (chapter: GuideChapter) => articles.filter((one) => one.chapter === chapter);
  const chapters = GUIDE_CHAPTERS.filter((chapter) => chapter in OWN_WORDS || of(chapter).length > 0);
  return (
    <>
      <nav aria-label="本页内容">
        <ul className="toc">
          {chapters.map((chapter) => (
            <li key={chapter}>
              <a href={`#${chapter}`}>{GUIDE_CHAPTER_WORDS[chapter]}</a>
            </li>
          ))}
          <li>
            <a href="/privacy">隐私说明</a>
          </li>
        </ul>
      </nav>
      {chapters.map((chapter) => (
        <Chapter key={chapter} chapter={chapter} office={office} articles={of(chapter)} />
      ))}
    </>
  );
};

const Chapter = (props: { chapter: GuideChapter; office: Office; articles: readonly GuideArticleEntity[] }): ReactElement => {
  const Own = OWN_WORDS[props.chapter];
  return (
    <section aria-labelledby={props.chapter}>
      <h2 id={props.chapter}>{GUIDE_CHAPTER_WORDS[props.chapter]}</h2>
      {Own && <Own office={props.office} />}
      {props.chapter === 'promise' ? (
        <Promises office={props.office} articles={props.articles} />
      ) : (
        props.articles.map((one) => (
          <section key={one.root}>
            <h3>{one.title}</h3>
            <Paragraphs text={one.text} />
          </section>
        ))
      )}
    </section>
  );
};

/** What the settings say by themselves, whether or not the office has written more. */
const OWN_WORDS: Partial<Record<GuideChapter, (props: { office: Office }) => ReactElement>> = {
  scope: () => (
    <p>
      {POLLUTION_TOPICS.filter((topic) => topic !== 'other')
        .map((topic) => TOPIC_WORDS[topic])
        .join('、')}
      等方面的环境问题，以及对本局工作的意见。不归我们管的，我们转给该管的单位，并告诉您转到了哪里。
    </p>
  ),
  time: ({ office: { rules } }) => (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">做什么</th>
            <th scope="col">最晚</th>
          </tr>
        </thead>
        <tbody>
          {timeRows(rules).map(([what, latest]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{latest}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        从收到那天算起，{rules.count === 'working' ? '联系、现场、答复按工作日计算，其余按自然日' : '按自然日'}
        计算。情况复杂要延期的，由局领导批准，并提前告诉您原因和新的日期。
      </p>
    </>
  ),
  contact: ({ office }) => (
    <dl className="facts">
      <div>
        <dt>局办公室</dt>
        <dd>
          <Tel number={office.phone} />
          <br />
          <span className="soft">{office.hours}</span>
        </dd>
      </div>
      <div>
        <dt>网上</dt>
        <dd>
          <a className="act" href="/submit">
            我要反映
          </a>
        </dd>
      </div>
    </dl>
  ),
};

function timeRows(rules: Office['rules']): readonly (readonly [string, string])[] {
  const full = KINDS.filter((kind) => rules.fullKinds.includes(kind)).map((kind) => KIND_WORDS[kind]);
  const others = KINDS.filter((kind) => !rules.fullKinds.includes(kind)).map((kind) => KIND_WORDS[kind]);
  const of = full.join('、');
  return [
    [`${of}：与您取得联系`, period('contact', rules)],
    [`${of}：完成现场调查`, period('site', rules)],
    [`${of}：答复`, period('reply', rules)],
    ...(others.length ? [[`${others.join('、')}：答复`, period('reply', rules)] as const] : []),
    ['告诉您是否受理', `${rules.informDays} 天`],
    ['全部办结', `${rules.finishDays} 天，经批准最多延长 ${rules.extensionDays} 天`],
  ];
}

const Promises = ({ office, articles }: { office: Office; articles: readonly GuideArticleEntity[] }): ReactElement => (
  <dl className="facts">
    {articles.map(({ root, title, promise, unitId, year }) => (
      <div key={root}>
        <dt>{unitName(office, unitId) ?? '全局'}</dt>
        <dd>
          <a className="act" href={`/guide/${root}`}>
            {title}
          </a>
          <br />
          {promise}
          <br />
          <span className="soft">{year}年版</span>
        </dd>
      </div>
    ))}
  </dl>
);
