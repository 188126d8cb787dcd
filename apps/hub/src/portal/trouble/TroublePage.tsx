import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';

export interface Trouble {
  readonly status: number;
  readonly title: string;
  readonly words: string;
}

export const troublePage = (office: Office, trouble: Trouble): Page => ({
  status: trouble.status,
  title: trouble.title,
  personal: true,
  place: 'elsewhere',
  textSwitch: { back: '/' },
  body: <TroubleBody office={office} trouble={trouble} />,
});

const TroubleBody = ({ office, trouble }: { office: Office; trouble: Trouble }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="col">
      <h1>{trouble.title}</h1>
      <p>{trouble.words}</p>
      <p>
        着急的，请打电话 <Tel number={office.phone} />
        <span className="soft">（{office.hours}）</span>。
      </p>
      <ul className="toc">
        <li>
          <a href="/">回到首页</a>
        </li>
        <li>
          <a href="/track">查办理进度</a>
        </li>
      </ul>
    </div>
  </main>
);
