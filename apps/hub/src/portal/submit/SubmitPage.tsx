import type { Office } from '@hub/domain';
import type { ReactElement } from 'react';
import { Errors } from '../layout/Errors';
import type { Page } from '../layout/page';
import { HelpPanel } from '../layout/Phone';
import { ContactFields } from './ContactFields';
import type { FormProps } from './form-props';
import { KindFields } from './KindFields';
import { Scope, Urgent } from './Scope';
import { WhatFields } from './WhatFields';

/** `refusal`: the form is well filled in, but could not be taken now. */
export const submitPage = (office: Office, form: FormProps, refusal?: { status: number; title: string }): Page => ({
  status: refusal?.status ?? (form.faults.length ? 422 : 200),
  title: '我要反映',
  faulty: form.faults.length > 0,
  personal: true,
  place: null,
  textSwitch: { form: 'appeal', action: '/submit' },
  body: <Submit office={office} {...form} errorTitle={refusal?.title} />,
});

type SubmitProps = FormProps & { office: Office; errorTitle?: string };

const Submit = ({ office, draft, faults, errorTitle }: SubmitProps): ReactElement => (
  <main id="main" className="wrap" tabIndex={-1}>
    <div className="cols">
      <div>
        <a className="back" href="/">
          ‹ 返回首页
        </a>
        <Errors faults={faults} title={errorTitle} />
        <h1>我要反映</h1>
        <p>一件事，写一件。两件不同的事，请分两次写，这样每件都有自己的编号、时限和答复。</p>
        <Urgent />
        <Scope />
        <form id="appeal" method="post" action="/submit" noValidate>
          <input type="hidden" name="receipt" value={draft.receipt} />
          <KindFields draft={draft} faults={faults} />
          <WhatFields draft={draft} faults={faults} streets={office.streets} />
          <ContactFields draft={draft} faults={faults} />
          <div className="trap" aria-hidden="true">
            <label htmlFor="hp">此处请留空</label>
            <input type="text" id="hp" name="website" tabIndex={-1} autoComplete="off" />
          </div>
          <p>点“提交”，表示您所写的是您知道的真实情况。交了以后，您还可以补充。</p>
          <div className="acts">
            <button className="btn" id="send">
              提交
            </button>
          </div>
        </form>
      </div>
      <div className="side">
        <HelpPanel office={office} />
      </div>
    </div>
  </main>
);
