import { extractOf } from '@hub/casework';
import { dayOf, GUIDE_CHAPTER_WORDS, unitName, type Office } from '@hub/domain';
import type { GuideArticleEntity } from '@hub/persistence';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { Paragraphs } from '../layout/Paragraphs';
import { HelpPanel } from '../layout/Phone';

interface Versions {
  readonly article: GuideArticleEntity;
  readonly older: readonly GuideArticleEntity[];
}

export const articlePage = (office: Office, versions: Versions): Page => {
  const { root, title, text, promise } = versions.article;
  return {
    title: `${title} - 办事指南`,
    place: 'guide',
    textSwitch: { back: `/guide/${root}` },
    about: { description: extractOf(promise || text, 120), path: `/guide/${root}`, article: title },
    body: <Article office={office} {...versions} />,
  };
};

const Article = ({ office, article, older }: Versions & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <article>
        <a className="back" href="/guide">
          ‹ 返回办事指南
        </a>
        <h1>{article.title}</h1>
        <p>
          <span className="tag">{GUIDE_CHAPTER_WORDS[article.chapter]}</span>
          {article.unitId && <span className="tag">{unitName(office, article.unitId) ?? ''}</span>}
        </p>
        <Words one={article} />
        {older.length > 0 && (
          <details>
            <summary>以前的版本（{older.length}）</summary>
            {older.map((one) => (
              <section key={one.id}>
                <h2>{one.year}年版</h2>
                <Words one={one} />
              </section>
            ))}
          </details>
        )}
      </article>
      <div className="side">
        <HelpPanel office={office} />
      </div>
    </div>
  </main>
);

const Words = ({ one: { promise, text, publishedAt } }: { one: GuideArticleEntity }): ReactElement => (
  <>
    {promise && <p className="panel key">{promise}</p>}
    <Paragraphs text={text} />
    {publishedAt && (
      <p className="soft">
        公布日期：
        <LongDay day={dayOf(publishedAt)} />
      </p>
    )}
  </>
);
