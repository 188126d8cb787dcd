import { KIND_WORDS, KINDS, type Office } from '@hub/domain';
import type { PublicFigures } from '@hub/insight';
import type { PublicationEntity } from '@hub/persistence';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import { KIND_HELP } from '../words';
import { Promise124 } from './Promise124';
import { Recent } from './Recent';
import { ThisYear } from './ThisYear';

/** What the bureau has done of late; nothing where it cannot be read. */
export interface News {
  readonly recent: readonly PublicationEntity[];
  readonly figures: PublicFigures | null;
}

export const homePage = (office: Office, news: News): Page => ({
  title: '首页',
  place: 'home',
  textSwitch: { back: '/' },
  body: <Home office={office} news={news} />,
});

const Home = ({ office, news }: { office: Office; news: News }): ReactElement => (
  <main id="main" tabIndex={-1}>
    <div className="hero">
      <div className="wrap">
        <div className="cols">
          <div>
            <h1>
              <span className="ib">环境方面的事，</span>
              <span className="ib">请告诉我们</span>
            </h1>
            <p className="lead">
              噪声、异味、油烟、污水，或者您对环保工作的意见，都从这里说。每一件都有编号，办到哪一步都能查到。
            </p>
            <div className="acts">
              <a className="btn" href="/submit">
                我要反映
              </a>
              <a className="btn two" href="/track">
                查办理进度
              </a>
            </div>
            <p className="soft">不用注册，大约 5 分钟。可以不留姓名。</p>
          </div>
          <div className="side">
            <Urgent />
          </div>
        </div>
      </div>
    </div>
    <div className="wrap">
      <Promise124 rules={office.rules} />
      <Kinds />
      <div className="halves">
        {news.recent.length > 0 && <Recent rows={news.recent} />}
        {news.figures?.received ? <ThisYear figures={news.figures} rules={office.rules} /> : null}
      </div>
      <OtherWays office={office} />
    </div>
  </main>
);

const Urgent = (): ReactElement => (
  <section className="panel alert" aria-labelledby="urgent">
    <h2 id="urgent">有危险，请先打电话</h2>
    <p>
      着火、爆炸、气体泄漏
      <br />
      <Tel number="119" />
    </p>
    <p>
      突发的环境污染
      <br />
      <Tel number="12345" /> <span className="soft">24 小时</span>
    </p>
  </section>
);

const Kinds = (): ReactElement => (
  <section aria-labelledby="kinds">
    <h2 id="kinds">您可以反映什么</h2>
    <dl className="facts">
      {KINDS.map((kind) => (
        <div key={kind}>
          <dt>
            <a className="act" href={`/submit?kind=${kind}`}>
              {KIND_WORDS[kind]}
            </a>
          </dt>
          <dd>
            {KIND_HELP[kind].meaning}
            <br />
            <span className="soft">例：{KIND_HELP[kind].example}</span>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

const OtherWays = ({ office }: { office: Office }): ReactElement => (
  <section aria-labelledby="other">
    <h2 id="other">也可以这样找到我们</h2>
    <dl className="facts">
      <div>
        <dt>电话</dt>
        <dd>
          <Tel number={office.phone} />
          <br />
          <span className="soft">{office.hours}，工作人员替您填写</span>
        </dd>
      </div>
      <div>
        <dt>局长信箱</dt>
        <dd>写邮件也会得到编号和查询码</dd>
      </div>
      <div>
        <dt>来信</dt>
        <dd>信封写“{office.bureau}办公室 收”</dd>
      </div>
      <div>
        <dt>来访</dt>
        <dd>工作日到局办公室接待窗口，请带上有关材料</dd>
      </div>
      <div>
        <dt>意见箱、举报箱</dt>
        <dd>设在接待窗口旁，两个人一起开箱、登记</dd>
      </div>
    </dl>
  </section>
);
