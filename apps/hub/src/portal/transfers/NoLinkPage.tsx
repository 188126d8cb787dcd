import type { Office } from '@hub/domain';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';

/** What a department sees whose link opens nothing; most often a newer letter has replaced it. */
export const noLinkPage = (office: Office): Page => ({
  status: 404,
  title: '这个链接打不开',
  personal: true,
  place: null,
  textSwitch: null,
  body: (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="col">
        <h1>这个链接打不开</h1>
        <p>链接可能没有复制完整，也可能已经换成新的。</p>
        <ul>
          <li>请从转送函的邮件里直接点开，或把整行网址复制到浏览器。</li>
          <li>我局重发过转送函的，请用最近一封里的链接，以前的已经作废。</li>
        </ul>
        <p>
          还是打不开，请打电话请我局重发：
          <Tel number={office.phone} />
          <span className="soft">（{office.hours}）</span>
        </p>
      </div>
    </main>
  ),
});
