import type { Office } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { Errors } from '../layout/Errors';
import { faultOf, type FieldFault } from '../layout/faults';
import { TextField } from '../layout/Field';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';

interface Typed {
  readonly number: string;
  readonly email: string;
  readonly faults: readonly FieldFault[];
}

const page = (title: string, body: ReactNode, rest: Partial<Page> = {}): Page => ({
  title,
  personal: true,
  place: 'track',
  textSwitch: null,
  ...rest,
  body: (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="col">{body}</div>
    </main>
  ),
});

export const lostPage = (office: Office, typed: Typed = { number: '', email: '', faults: [] }): Page =>
  page('忘记查询码', <Lost office={office} {...typed} />, {
    status: typed.faults.length ? 422 : 200,
    faulty: typed.faults.length > 0,
    textSwitch: { back: '/track/lost' },
  });

const Lost = ({ office, number, email, faults }: Typed & { office: Office }): ReactElement => (
  <>
    <Errors faults={faults} />
    <h1>忘记查询码</h1>
    <p>留过邮箱的，我们把查询链接发到那个邮箱。链接 30 分钟内有效，只能用一次。</p>
    <form method="post" action="/track/lost" noValidate>
      <TextField
        id="number"
        label="编号"
        hint="例：YXT-20260314-0007"
        fault={faultOf(faults, 'number')}
        value={number}
        input={{ className: 'w-m', autoComplete: 'off', maxLength: 60 }}
      />
      <TextField
        id="email"
        label="当时留的邮箱"
        fault={faultOf(faults, 'email')}
        value={email}
        input={{ className: 'w-m', type: 'email', autoComplete: 'email', maxLength: 200 }}
      />
      <div className="acts">
        <button className="btn">发送查询链接</button>
      </div>
    </form>
    <p>
      编号也忘了，或没有留邮箱的，请打电话 <Tel number={office.phone} />。
    </p>
  </>
);

/** The same whether or not a letter goes out. */
export const sentPage = (office: Office): Page =>
  page(
    '请查收邮件',
    <>
      <h1>请查收邮件</h1>
      <p>编号和邮箱对得上的，几分钟内会收到一封信，里面有查询链接。没有收到，请看看垃圾邮件箱，或核对编号和邮箱再试一次。</p>
      <p>
        还是没有，请打电话 <Tel number={office.phone} />。
      </p>
    </>,
    { textSwitch: { back: '/track/lost' } },
  );

export const linkPage = (token: string | null): Page =>
  token
    ? page(
        '查看来件',
        <>
          <h1>查看您的来件</h1>
          <p>这个链接只能用一次，按下面的按钮打开。</p>
          <form method="post" action={`/track/link/${token}`}>
            <div className="acts">
              <button className="btn">查看这一件</button>
            </div>
          </form>
        </>,
      )
    : page(
        '这个链接打不开',
        <>
          <h1>这个链接打不开</h1>
          <p>链接用过了、过了 30 分钟，或没有复制完整。</p>
          <p>
            <a className="btn" href="/track/lost">
              再要一个链接
            </a>
          </p>
        </>,
        { status: 404 },
      );
