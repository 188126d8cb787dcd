import { TRY_RULES, type Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import { faultOf, type FieldFault } from '../layout/faults';
import { TextField } from '../layout/Field';
import type { Page } from '../layout/page';
import { HelpPanel, Tel } from '../layout/Phone';
import { NO_MATCH } from '../words';

interface Typed {
  readonly number: string;
  readonly faults: readonly FieldFault[];
  /** Written on a page that was open for too long; it goes on with the citizen. */
  readonly more?: string;
  readonly away?: boolean;
}

export const trackPage = (office: Office, typed: Typed = { number: '', faults: [] }): Page => ({
  status: typed.faults.length ? 422 : 200,
  title: '查办理进度',
  faulty: typed.faults.length > 0,
  personal: true,
  place: 'track',
  textSwitch: typed.more ? { form: 'enter', action: '/track' } : { back: '/track' },
  body: <Track office={office} {...typed} />,
});

/** A wrong number and a wrong code are answered alike. */
export const noMatch = (number: string, more: string): Typed => ({
  number,
  faults: [{ field: 'number', words: NO_MATCH }],
  more,
});

export const awayTooLong = (more: string): Typed => ({ number: '', faults: [], more, away: true });

const plain = { className: 'w-m', autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const;

const Track = ({ office, number, faults, more, away }: Typed & { office: Office }): ReactElement => {
  const unknown = faultOf(faults, 'number') === NO_MATCH;
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="cols">
        <div>
          <Errors faults={faults} title={unknown ? '没有查到' : undefined} />
          <h1>查办理进度</h1>
          {away && (
            <div className="panel warn" role="status">
              <p>
                <b>刚才那一页开得太久了。</b>为了不让别人看到，请再输一次编号和查询码。
                {more && '您写的话还在，进去以后再按一次提交；选过的文件要重新选。'}
              </p>
            </div>
          )}
          <p>请输入提交后得到的编号和查询码。</p>
          <form id="enter" method="post" action="/track" noValidate>
            {more && <input type="hidden" name="more" value={more} />}
            <TextField
              id="number"
              label="编号"
              hint="例：YXT-20260314-0007"
              fault={faultOf(faults, 'number')}
              value={number}
              input={{ ...plain, maxLength: 60 }}
            />
            <TextField
              id="code"
              label="查询码"
              hint="16 个字母和数字，不分大小写，短横可以不输"
              fault={faultOf(faults, 'code')}
              faultId={unknown ? 'number-e' : undefined}
              value=""
              input={{ ...plain, maxLength: 60 }}
            />
            <div className="acts">
              <button className="btn">查询</button>
            </div>
          </form>
          {/* How many are left is not said: two answers in a row would differ, and nobody could see that they mean the same. */}
          {unknown && (
            <p>
              输错 {TRY_RULES.code.network} 次以后，要等 {TRY_RULES.code.minutes} 分钟再查。
            </p>
          )}
          <Lost phone={office.phone} />
        </div>
        <div className="side">
          <HelpPanel office={office} />
        </div>
      </div>
    </main>
  );
};

const Lost = ({ phone }: { phone: string }): ReactElement => (
  <>
    <h2>编号或查询码丢了？</h2>
    <ul>
      <li>
        留过邮箱的，
        <a className="more" href="/track/lost">
          请我们把查询链接发到那个邮箱
        </a>
      </li>
      <li>
        留过电话的，请打 <Tel number={phone} />
        ，核对后告诉您办到哪一步
      </li>
      <li>匿名来件没有留联系方式，查询码丢了就找不回来，请重新反映</li>
    </ul>
  </>
);
