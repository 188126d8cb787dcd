import type { Tracked } from '@hub/casework';
import { CITIZEN_STATUS_WORDS, isOpen, type Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { FieldFault } from '../layout/faults';
import type { Page } from '../layout/page';
import { Tel } from '../layout/Phone';
import { STATUS_HELP } from '../words';
import { Facts } from './Facts';
import { History } from './History';
import type { Keys } from './keys';
import { Replies } from './Replies';
import { StatusLamps } from './StatusLamps';
import { Supplement } from './Supplement';

export interface StatusProps {
  readonly tracked: Tracked;
  readonly keys: Keys;
  /** Typed into the answer's box, and what is wrong with it. */
  readonly typed?: string;
  readonly faults?: readonly FieldFault[];
  /** The citizen's words have just been taken. */
  readonly taken?: boolean;
}

/** While somebody works on it, and after a reply; later a new matter is a new appeal. */
const takesWords = ({ status }: Tracked): boolean => isOpen(status) || status === 'answered';
const headline = ({ status, question }: Tracked): string =>
  question ? '正在办理，想问您一个问题' : CITIZEN_STATUS_WORDS[status];

export const statusPage = (office: Office, props: StatusProps): Page => ({
  status: props.faults?.length ? 422 : 200,
  title: `${headline(props.tracked)} - ${props.tracked.number}`,
  faulty: Boolean(props.faults?.length),
  personal: true,
  place: 'track',
  textSwitch: takesWords(props.tracked)
    ? { form: 'supplement', action: '/track' }
    : { action: '/track', fields: { number: props.keys.number, code: props.keys.code } },
  body: <Status office={office} {...props} />,
});

const Status = ({ office, tracked, keys, typed = '', faults = [], taken }: StatusProps & { office: Office }): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <Errors faults={faults} />
    {taken && (
      <div className="panel key" role="status">
        <p>
          <b>您补充的话已经收到。</b>承办的人会看到。
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
          <p>{tracked.heldBy ?? '局办公室'}</p>
          <p>
            <Tel number={office.phone} />
          </p>
        </section>
      </div>
    </div>
    <StatusLamps tracked={tracked} rules={office.rules} />
    <div className="cols">
      <div>
        <Replies replies={tracked.replies} />
        {takesWords(tracked) && <Supplement question={tracked.question} keys={keys} typed={typed} faults={faults} />}
        <History lines={tracked.history} />
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
