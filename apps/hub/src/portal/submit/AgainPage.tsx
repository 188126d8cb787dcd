import type { Registered } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { PhonePanel, Tel } from '../layout/Phone';

/** The same form once more: a reload, a second press of the button. */
export const againPage = (office: Office, registered: Registered): Page => ({
  title: '这一件已经收到',
  personal: true,
  place: 'elsewhere',
  textSwitch: { back: '/track' },
  body: <Again office={office} registered={registered} />,
});

const Again = ({ office, registered }: { office: Office; registered: Registered }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <div className="done">
          <h1>这一件已经收到，不用再交</h1>
          <p>编号</p>
          <p className="big">{registered.number}</p>
        </div>
        <p>
          我们在
          <LongDay day={registered.receivedOn} />
          收到了这份内容，只登记了一次。
        </p>
        <p>
          查询码只在第一次收到时显示。没有来得及记下，又留过联系方式的，请打 <Tel number={office.phone} />
          ，核对后告诉您办到哪一步。
        </p>
        <div className="acts">
          <a className="btn" href="/track">
            查办理进度
          </a>
          <a className="btn two" href="/submit">
            写另外一件
          </a>
        </div>
      </div>
      <div className="side">
        <PhonePanel office={office} title="有事找我们">
          请报上编号，不用报查询码。
        </PhonePanel>
      </div>
    </div>
  </main>
);
