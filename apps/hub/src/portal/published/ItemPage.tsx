import { extractOf } from '@hub/casework';
import { daysBetween, KIND_WORDS, TOPIC_WORDS, type Office } from '@hub/domain';
import type { PublicationEntity } from '@hub/persistence';
import type { ReactElement, ReactNode } from 'react';
import type { Page } from '../layout/page';
import { Paragraphs } from '../layout/Paragraphs';
import { PhonePanel } from '../layout/Phone';
import { DayOf } from './PublishedPage';
import { verdictTag } from './words';

export const itemPage = (office: Office, row: PublicationEntity): Page => ({
  title: `${row.title} - 办理结果公开`,
  place: 'published',
  textSwitch: { back: `/published/${row.serial}` },
  about: { description: extractOf(`${row.facts}${row.measures}`, 120), path: `/published/${row.serial}`, article: row.title },
  body: <Item office={office} row={row} />,
});

const Item = ({ office, row }: { office: Office; row: PublicationEntity }): ReactElement => {
  const { words, className } = verdictTag(row);
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="cols">
        <article>
          <a className="back" href="/published">
            ‹ 返回公开列表
          </a>
          <h1>{row.title}</h1>
          <p>
            <span className={className}>{words}</span> {row.topic && <span className="tag">{TOPIC_WORDS[row.topic]}</span>}{' '}
            {row.street && <span className="tag">{row.street}</span>}
          </p>
          <Facts row={row} />
          <Part title="反映的情况" text={row.facts} />
          <Part title="调查核实" text={row.findings} />
          <Part title={row.verdict === 'none' ? '答复' : '处理和整改'} text={row.measures} />
        </article>
        <div className="side">
          <section className="panel" aria-labelledby="same">
            <h2 id="same">遇到同样的事？</h2>
            <p>写下您的情况，我们会分别办、分别答复。</p>
            <a className="btn two" href="/submit">
              我也要反映
            </a>
          </section>
          <PhonePanel office={office} title="发现内容有误？">
            如果公开的内容会暴露您的身份，请马上告诉我们，我们先撤下再核实。
          </PhonePanel>
        </div>
      </div>
    </main>
  );
};

const Facts = ({ row: { number, kind, receivedOn, answeredOn, publishedOn } }: { row: PublicationEntity }): ReactElement => (
  <dl className="facts">
    <Fact name="公开编号">{number}</Fact>
    <Fact name="类型">{KIND_WORDS[kind]}</Fact>
    <Fact name="收到日期">
      <DayOf day={receivedOn} />
    </Fact>
    {answeredOn && (
      <Fact name="答复日期">
        <DayOf day={answeredOn} />
        <span className="soft">（{daysWords(daysBetween(receivedOn, answeredOn))}）</span>
      </Fact>
    )}
    <Fact name="公开日期">
      <DayOf day={publishedOn!} />
    </Fact>
  </dl>
);

const daysWords = (days: number): string => (days > 0 ? `用了 ${days} 天` : '当天答复');

const Fact = ({ name, children }: { name: string; children: ReactNode }): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Part = ({ title, text }: { title: string; text: string }): ReactElement | null =>
  text.trim() ? (
    <>
      <h2>{title}</h2>
      <Paragraphs text={text} />
    </>
  ) : null;

/** Where a page stood that was taken down: nothing of it is told, not even its title. */
export const withdrawnPage = (office: Office): Page => ({
  status: 410,
  title: '这一条已经撤下',
  personal: true,
  place: 'published',
  textSwitch: { back: '/published' },
  body: <Withdrawn office={office} />,
});

const Withdrawn = ({ office }: { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="col">
      <h1>这一条已经撤下</h1>
      <p>原来公开在这里的内容已经撤下，不再公开。您要找的如果是自己的来件，办理情况不受影响，仍可凭编号和查询码查看。</p>
      <ul className="toc">
        <li>
          <a href="/published">看其他公开结果</a>
        </li>
        <li>
          <a href="/track">查办理进度</a>
        </li>
      </ul>
      <p>
        有疑问，请打电话 <span className="nw">{office.phone}</span>。
      </p>
    </div>
  </main>
);
