import { SECRECIES, SECRECY_WORDS, type Office } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import type { Page } from '../layout/page';
import { PhonePanel, Tel } from '../layout/Phone';
import { SECRECY_HELP } from '../words';

export const privacyPage = (office: Office): Page => ({
  title: '隐私说明',
  place: 'elsewhere',
  textSwitch: { back: '/privacy' },
  body: <Privacy office={office} />,
});

const Privacy = ({ office }: { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <h1>隐私说明</h1>
        <p className="lead">您反映一件事，会留下一些和您有关的内容。这一页说清楚我们留什么、谁能看到、留多久，您可以怎么做。</p>
        <h2>我们留下什么</h2>
        <Facts rows={KEPT} />
        <h2>我们不留什么</h2>
        <ul>
          <li>不记您的网络地址，也不记您用的手机和浏览器。查进度输错太多次时，网络地址只在内存里记一会儿，不写下来。</li>
          <li>不用别家的统计，不放广告，不从别的网站取图片、文字和程序。</li>
          <li>
            看网页不留 Cookie。只有两样是您用到才有的：点了“开始填写”，浏览器里放一个标记，认出您填了一半的内容，
            {office.web.draftMinutes} 分钟后失效；按了“大字版”，记下“要大字”，保留一年，按“标准字号”就删掉。
          </li>
        </ul>
        <h2>谁能看到您是谁</h2>
        <Facts rows={SECRECIES.map((one) => [SECRECY_WORDS[one], SECRECY_HELP[one].seen] as const)} />
        <p>工作人员要看完整的姓名和电话，必须写明理由，每看一次都有记录。领导也一样。</p>
        <p>
          检举、控告的材料和您的情况，不会给被检举、控告的人或者单位（《信访工作条例》<span className="nw">第三十条</span>、
          <span className="nw">第四十六条</span>）。
        </p>
        <h2>会不会给别的单位</h2>
        <p>
          事情归别的单位管的，我们转过去的是一份事情的摘要。您的姓名和电话，要您在填写时同意才会一起转；保密和匿名的，一律不转。答复和转交以前，系统会先查一遍里面有没有不该写的内容。
        </p>
        <p>
          办完的来件，有的会<a href="/published">公开办理结果</a>
          。公开的是另外写的一份，去掉了姓名、电话、住址；认得出您的，请打电话，我们先撤下再核实。
        </p>
        <h2>留多久</h2>
        <p>
          来件、答复和办理经过，办完以后存档备查，系统不会自动删掉。网上填了一半没有交的，{office.web.draftMinutes} 分钟后删去。
        </p>
        <h2>您可以怎么做</h2>
        <dl className="facts">
          <div>
            <dt>查看和补充</dt>
            <dd>
              用编号和查询码，在<a href="/track">查进度</a>里看，也在那里补充
            </dd>
          </div>
          <div>
            <dt>改正</dt>
            <dd>姓名、电话写错了，打电话告诉我们编号，核对以后改</dd>
          </div>
          <div>
            <dt>知道、删除</dt>
            <dd>
              想知道我们留了您的什么，或者要求删掉，请打 <Tel number={office.phone} /> 或者来局办公室。不能删的，我们会说明理由
            </dd>
          </div>
        </dl>
      </div>
      <div className="side">
        <PhonePanel office={office} title="不放心？">
          不想留姓名的，可以选“匿名”。还有担心的，先打电话问清楚再写，打电话也可以不说您是谁。
        </PhonePanel>
      </div>
    </div>
  </main>
);

const KEPT: readonly (readonly [string, string])[] = [
  ['您写的事情', '包括照片和文件。用来查清楚、办好这件事，由负责这件事的工作人员看。照片里的拍摄地点、手机型号会自动去掉'],
  ['姓名、电话、邮箱、住址', '用来联系您、给您答复。和来件分开，加密存放，平时只显示遮住一部分的样子。选“匿名”就不用留'],
  ['查询码', '只在交成的时候给您看一次。系统里存的是换算过的记号，换不回来，工作人员也看不到'],
  ['办理经过', '每一步是哪天办的、由谁办的，包括谁在什么时候看过您的姓名和电话'],
];

const Facts = ({ rows }: { rows: readonly (readonly [string, ReactNode])[] }): ReactElement => (
  <dl className="facts">
    {rows.map(([name, words]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
);
