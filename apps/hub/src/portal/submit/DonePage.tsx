import type { Registered } from '@hub/casework';
import type { Day, Milestone, Office } from '@hub/domain';
import { MILESTONE_WORDS } from '@hub/domain';
import type { ReactElement } from 'react';
import { Lamp } from '../layout/Lamp';
import { LongDay } from '../layout/LongDay';
import type { Page } from '../layout/page';
import { period } from '../layout/period';
import { PhonePanel } from '../layout/Phone';
import { STEP_HELP, waiverWords } from '../words';
import { CodePanel } from './CodePanel';

/** Shown once, as the answer to the form itself: the query code stands in no address. */
export const donePage = (office: Office, registered: Registered): Page => ({
  title: '已收到您的来件',
  personal: true,
  place: null,
  textSwitch: null,
  body: <Done office={office} registered={registered} />,
});

const Done = ({ office, registered }: { office: Office; registered: Registered }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <div className="done">
          <h1>已收到您的来件</h1>
          <p>编号</p>
          <p className="big">{registered.number}</p>
        </div>
        <CodePanel number={registered.number} code={registered.queryCode} />
        <h2>接下来会怎样</h2>
        <p>
          我们在
          <LongDay day={registered.receivedOn} />
          收到，时限从这一天算起。
        </p>
        <ol className="lamps tall">
          <Step name="contact" on={registered.due.contact} waiver={registered.contactWaiver} office={office} />
          <Step name="site" on={registered.due.site} waiver={registered.siteWaiver} office={office} />
          <Step name="reply" on={registered.due.reply} waiver={null} office={office} />
        </ol>
        <div className="acts">
          <a className="btn two" href="/submit">
            再写一件
          </a>
        </div>
      </div>
      <div className="side">
        <PhonePanel office={office} title="有事找我们">
          请报上编号，不用报查询码。
        </PhonePanel>
        <section className="panel warn" aria-labelledby="fraud">
          <h2 id="fraud">谨防冒充</h2>
          <p>我们不会向您收钱，也不会问您要查询码、验证码或银行卡号。</p>
        </section>
      </div>
    </div>
  </main>
);

interface StepProps {
  name: Milestone;
  on: Day;
  waiver: string | null;
  office: Office;
}

function Step({ name, on, waiver, office }: StepProps): ReactElement {
  const head = { title: MILESTONE_WORDS[name], period: period(name, office.rules) };
  if (waiver) {
    return (
      <Lamp {...head} shape="waived" state="不需要">
        {waiverWords(waiver)}。
      </Lamp>
    );
  }
  const state = (
    <>
      <LongDay day={on} />
      以前
    </>
  );
  return (
    <Lamp {...head} shape="ahead" state={state}>
      {STEP_HELP[name]}
    </Lamp>
  );
}
