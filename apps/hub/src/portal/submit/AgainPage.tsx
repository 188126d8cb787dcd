import type { Registered } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { PhonePanel, Tel } from '../layout/Phone';
import { stepPath } from './steps';

/** The same form once more: a reload, a second press of the button. */
export const againPage = (office: Office, registered: readonly Registered[], next: string | null = null): Page => ({
  title: '这一件已经收到',
  personal: true,
  place: 'elsewhere',
  textSwitch: { back: '/track' },
  body: <Again office={office} registered={registered} next={next} />,
});

interface AgainProps {
  office: Office;
  registered: readonly Registered[];
  next: string | null;
}

const Again = ({ office, registered, next }: AgainProps): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <div className="done">
          <h1>这一件已经收到，不用再交</h1>
          {registered.map(({ number }) => (
            <div key={number}>
              <p>编号</p>
              <p className="big">{number}</p>
            </div>
          ))}
        </div>
        <p>
          我们在
          <LongDay day={registered[0]!.receivedOn} />
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
          <a className="btn two" href={next ? stepPath(next, 'kind') : '/submit'}>
            {next ? '接着写下一件' : '写另外一件'}
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
