import type { Ratable } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { FieldFault } from '../layout/faults';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import type { TypedRating } from './check-rating';
import { RateForm } from './RateForm';
import { Said } from './Said';

export interface RateProps {
  readonly ratable: Ratable;
  /** Where the form goes, and what proves its citizen. */
  readonly action: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly typed?: TypedRating;
  readonly faults?: readonly FieldFault[];
  /** The rating has just been taken. */
  readonly taken?: boolean;
}

const headline = ({ ratable: { state }, taken }: RateProps): string => {
  if (taken) return '谢谢您的评价';
  return { open: '请评价这次办理', rated: '您已经评价过了', over: '评价的时间已经过了', later: '这一件正在重新办理' }[state];
};

function switchOf({ ratable, action, fields }: RateProps): Page['textSwitch'] {
  if (ratable.state === 'open') return { form: 'rating', action };
  return fields ? { action, fields } : { back: action };
}

export const ratePage = (office: Office, props: RateProps): Page => ({
  status: props.faults?.length ? 422 : 200,
  title: headline(props),
  faulty: Boolean(props.faults?.length),
  personal: true,
  place: null,
  textSwitch: switchOf(props),
  body: <Rate office={office} {...props} />,
});

function Rate({ office, ...props }: RateProps & { office: Office }): ReactElement {
  const { ratable, faults = [] } = props;
  const { number, subject } = ratable;
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <div className="cols">
        <div>
          <Errors faults={faults} />
          <p className="soft num">
            编号 {number}
            {subject && `：${subject}`}
          </p>
          <h1>{headline(props)}</h1>
          {ratable.state === 'open' ? <Open office={office} {...props} /> : <Closed office={office} ratable={ratable} />}
          {props.fields && <Back fields={props.fields} />}
        </div>
        <div className="side">
          <section className="panel" aria-labelledby="rw">
            <h2 id="rw">谁能看到评价</h2>
            <p>
              局办公室、科室负责人和局领导，用来改进工作；对外只公布总数。承办人员看不到您填的评价；您申请重办的，理由会告诉重新办理的人。
            </p>
          </section>
        </div>
      </div>
    </main>
  );
}

const Open = ({ office, ratable, action, fields, typed, faults }: RateProps & { office: Office }): ReactElement => (
  <>
    <p>
      评价只能提交一次，请在
      <LongDay day={ratable.until} />
      以前提交。第 1、2 题请您选一项；不满意的，请写一句原因；其他都可以不填。
    </p>
    <RateForm ratable={ratable} office={office} action={action} fields={fields} typed={typed} faults={faults} />
  </>
);

function Closed({ office, ratable: { state, said, mayAskAgain, until } }: { office: Office; ratable: Ratable }): ReactElement {
  if (said)
    return (
      <>
        {said.reopen ? (
          <p>您申请了重办。我们会在 {office.rules.reopenDecisionDays} 天内决定，并告诉您理由。</p>
        ) : (
          <p>您说的我们都记下了，会用来改进工作。</p>
        )}
        <Said said={said} />
        <p>
          评价只能提交一次。还有话要说，请<a href="/track">用编号和查询码</a>补充，或打电话 <Tel number={office.phone} />。
        </p>
      </>
    );
  if (state === 'over')
    return (
      <p>
        评价到
        <LongDay day={until} />
        为止。{mayAskAgain && '对答复还有意见的，'}请打电话 <Tel number={office.phone} />
        ，或<a href="/track">用编号和查询码</a>补充。
      </p>
    );
  return (
    <p>
      原来的答复不用再评价了。等有了新的答复，请您评价新的。<a href="/track">查办理进度</a>
    </p>
  );
}

const Back = ({ fields }: { fields: Readonly<Record<string, string>> }): ReactElement => (
  <form method="post" action="/track">
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <div className="acts">
      <button className="btn two">回到这一件</button>
    </div>
  </form>
);
