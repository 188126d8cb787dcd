import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';

export const notFoundPage = (office: Office): Page => ({
  status: 404,
  title: '没有找到这个页面',
  personal: true,
  place: 'elsewhere',
  textSwitch: { back: '/' },
  body: <NotFound office={office} />,
});

const NotFound = ({ office }: { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="col">
      <h1>没有找到这个页面</h1>
      <p>网址可能输错了，或者这个页面已经移走。您交给我们的来件不会因此丢失。</p>
      <ul className="toc">
        <li>
          <a href="/">回到首页</a>
        </li>
        <li>
          <a href="/submit">我要反映</a>
        </li>
        <li>
          <a href="/track">查办理进度</a>
        </li>
      </ul>
      <p>
        还是找不到，请打电话 <Tel number={office.phone} />。
      </p>
    </div>
  </main>
);
