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
import { stepPath } from './steps';

interface DoneProps {
  readonly registered: readonly Registered[];
  /** The draft of the next one, where the citizen asked to go on. */
  readonly next?: string | null;
}

/** With the query codes, which stand in no address; another look at the same page has them no more. */
export const donePage = (office: Office, props: DoneProps): Page => ({
  title: '已收到您的来件',
  personal: true,
  place: null,
  textSwitch: null,
  body: <Done office={office} {...props} />,
});

const Done = ({ office, registered, next }: DoneProps & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <div className="done">
          <h1>{registered.length > 1 ? `已收到您的 ${registered.length} 件来件` : '已收到您的来件'}</h1>
          {registered.map(({ number }) => (
            <div key={number}>
              <p>编号</p>
              <p className="big">{number}</p>
            </div>
          ))}
        </div>
        {registered.map((one, at) => (
          <CodePanel number={one.number} code={one.queryCode} of={registered.length > 1 ? at + 1 : null} key={one.number} />
        ))}
        {alikeIn(registered).map((some) => (
          <WhatNext registered={some} several={registered.length > 1} office={office} key={some[0]!.number} />
        ))}
        <GoOn next={next ?? null} />
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

/** Appeals with the same dates and steps are told of together. */
function alikeIn(registered: readonly Registered[]): Registered[][] {
  const groups = new Map<string, Registered[]>();
  for (const one of registered) {
    const like = JSON.stringify([one.receivedOn, one.due, one.contactWaiver, one.siteWaiver]);
    groups.set(like, [...(groups.get(like) ?? []), one]);
  }
  return [...groups.values()];
}

const WhatNext = (props: { registered: readonly Registered[]; several: boolean; office: Office }): ReactElement => {
  const { registered, several, office } = props;
  const { receivedOn, due, contactWaiver, siteWaiver } = registered[0]!;
  return (
    <>
      <h2>接下来会怎样</h2>
      {several && <p>{registered.map(({ number }) => number).join('、')}</p>}
      <p>
        我们在
        <LongDay day={receivedOn} />
        收到，时限从这一天算起。
      </p>
      <ol className="lamps tall">
        <Step name="contact" on={due.contact} waiver={contactWaiver} office={office} />
        <Step name="site" on={due.site} waiver={siteWaiver} office={office} />
        <Step name="reply" on={due.reply} waiver={null} office={office} />
      </ol>
      <p>如果要延期，我们会提前告诉您原因和新的日期。</p>
    </>
  );
};

export const GoOn = ({ next }: { next: string | null }): ReactElement => (
  <div className="acts">
    {next ? (
      <a className="btn" href={stepPath(next, 'kind')}>
        接着写下一件
      </a>
    ) : (
      <a className="btn two" href="/submit">
        再写一件
      </a>
    )}
  </div>
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
