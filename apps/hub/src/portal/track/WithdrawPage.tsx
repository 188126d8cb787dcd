import { CITIZEN_STATUS_WORDS, type Appeal, type Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Paragraphs } from '../layout/Paragraphs';
import { PassField } from './PassField';

interface WithdrawProps {
  readonly appeal: Pick<Appeal, 'number' | 'subject' | 'kind' | 'status'>;
  readonly pass: string;
  readonly why: string;
}

export const withdrawPage = (_: Office, props: WithdrawProps): Page => ({
  title: '撤回这一件',
  personal: true,
  place: 'track',
  textSwitch: { form: 'withdrawal', action: '/track/withdrawal' },
  body: <Withdraw {...props} />,
});

const Withdraw = ({ appeal, pass, why }: WithdrawProps): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="col">
      <p className="soft num">编号 {appeal.number}</p>
      <h1>撤回这一件吗？</h1>
      <dl className="facts">
        <div>
          <dt>您反映的事</dt>
          <dd>{appeal.subject}</dd>
        </div>
        <div>
          <dt>办到哪一步</dt>
          <dd>{CITIZEN_STATUS_WORDS[appeal.status]}</dd>
        </div>
        <div>
          <dt>撤回的原因</dt>
          <dd>
            <Paragraphs text={why} />
          </dd>
        </div>
      </dl>
      <div className="panel warn">
        {appeal.kind === 'report' ? (
          <>
            <p>这是一件举报。您可以要求撤回，由局办公室决定：涉嫌违法的，我们会依职权继续查，照样替您保密。</p>
            <p>决定了会写在查询页上。</p>
          </>
        ) : (
          <>
            <p>撤回以后，我们不再办理、不再答复，也不能恢复；以后还要反映，请重新提交。</p>
            <p>涉嫌违法的，我们可能会依职权继续查。</p>
          </>
        )}
      </div>
      <form id="withdrawal" method="post" action="/track/withdrawal" noValidate>
        <PassField pass={pass} />
        <input type="hidden" name="why" value={why} />
        <input type="hidden" name="sure" value="yes" />
        <div className="acts">
          <button className="btn">{appeal.kind === 'report' ? '确认，要求撤回' : '确认撤回'}</button>
        </div>
      </form>
      <form method="post" action="/track">
        <PassField pass={pass} />
        <div className="acts">
          <button className="btn two">不撤回，回到这一件</button>
        </div>
      </form>
    </div>
  </main>
);
