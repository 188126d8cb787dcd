import type { Tracked } from '@hub/casework';
import { CITIZEN_STATUS_WORDS, isOpen, type Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { FieldFault } from '../layout/faults';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import { STATUS_HELP } from '../words';
import { Added } from './Added';
import { Facts } from './Facts';
import { holderWords } from './holder-words';
import { History } from './History';
import { RatingAsked } from './RatingAsked';
import { Replies } from './Replies';
import { StatusLamps } from './StatusLamps';
import { Supplement } from './Supplement';
import { Withdrawal } from './Withdrawal';

export interface StatusProps {
  readonly tracked: Tracked;
  readonly pass: string;
  /** Typed into the answer's box or as the reason of a withdrawal, and what is wrong with it. */
  readonly typed?: string;
  readonly why?: string;
  readonly faults?: readonly FieldFault[];
  /** What has just been taken, in a sentence. */
  readonly taken?: string;
}

/** While somebody works on it, and after a reply; later a new matter is a new appeal. */
const takesWords = ({ status }: Tracked): boolean => isOpen(status) || status === 'answered';

function headline({ status, question, rating }: Tracked): string {
  if (question) return '正在办理，想问您一个问题';
  const asks = rating === 'open' && (status === 'answered' || status === 'revisit');
  return asks ? '已经答复，请您评价' : CITIZEN_STATUS_WORDS[status];
}

export const statusPage = (office: Office, props: StatusProps): Page => ({
  status: props.faults?.length ? 422 : 200,
  title: headline(props.tracked),
  faulty: Boolean(props.faults?.length),
  personal: true,
  place: 'track',
  textSwitch: takesWords(props.tracked)
    ? { form: 'supplement', action: '/track/supplement' }
    : { action: '/track', fields: { pass: props.pass } },
  body: <Status office={office} {...props} />,
});

const Status = ({
  office,
  tracked,
  pass,
  typed = '',
  why = '',
  faults = [],
  taken,
}: StatusProps & { office: Office }): ReactElement => {
  const words = takesWords(tracked) && <Supplement tracked={tracked} pass={pass} typed={typed} faults={faults} />;
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <Errors faults={faults} />
      {taken && (
        <div className="panel key" role="status">
          <p>
            <b>{taken}</b>
          </p>
        </div>
      )}
      <div className="cols">
        <div>
          <p className="soft num">编号 {tracked.number}</p>
          <h1>{headline(tracked)}</h1>
          <p className="lead">{STATUS_HELP[tracked.status]}</p>
          {tracked.lamps.some((lamp) => lamp.late) && <p>有的步骤比原定的日子晚了，让您久等，很抱歉。</p>}
        </div>
        <div className="side">
          <section className="panel" aria-labelledby="who">
            <h2 id="who">{isOpen(tracked.status) ? '现在在谁那里' : '由谁办理'}</h2>
            <p>{holderWords(tracked)}</p>
            <p>
              <Tel number={office.phone} />
            </p>
          </section>
        </div>
      </div>
      <StatusLamps tracked={tracked} rules={office.rules} />
      <div className="cols">
        <div>
          {tracked.question && words}
          <Replies tracked={tracked} pass={pass} />
          <RatingAsked state={tracked.rating} pass={pass} />
          <History lines={tracked.history} />
          <Added added={tracked.added} />
          {!tracked.question && words}
          <Withdrawal state={tracked.withdrawal} pass={pass} why={why} faults={faults} />
        </div>
        <div className="side">
          <Facts tracked={tracked} />
          <div className="acts no-print">
            <a className="btn low" href="/track">
              退出查看
            </a>
          </div>
        </div>
      </div>
    </main>
  );
};
