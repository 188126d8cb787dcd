import type { OpenDraft } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { ReactElement, ReactNode } from 'react';
import { Errors } from '../layout/Errors';
import type { Page } from '../layout/page';
import { CheckContact } from './CheckContact';
import { CheckThing } from './CheckThing';
import type { StepFault } from './draft-faults';
import { FORM, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';
import { stepPath } from './steps';

export interface CheckProps {
  readonly office: Office;
  readonly draft: OpenDraft;
  readonly faults: readonly StepFault[];
  readonly refusal?: { readonly status: number; readonly title: string };
  /** What is like it already, and who else may be the right one. */
  readonly beside?: ReactNode;
  /** What is asked before the last button where many forms come at once. */
  readonly question?: ReactNode;
}

export const checkPage = (props: CheckProps): Page => ({
  status: props.refusal?.status ?? (props.faults.length ? 422 : 200),
  title: '请核对一遍',
  faulty: props.faults.length > 0,
  personal: true,
  place: null,
  textSwitch: { form: FORM, action: stepPath(props.draft.key, 'check') },
  body: <Check {...props} />,
});

const Check = ({ office, draft, faults, refusal, beside, question }: CheckProps): ReactElement => {
  const { key, submission } = draft;
  const { things, contact } = submission;
  return (
    <StepLayout office={office} step="check" back={{ href: stepPath(key, 'contact'), words: '返回上一步' }}>
      <Errors faults={faults} title={refusal?.title} />
      <h1>请核对一遍</h1>
      {things.map((thing, at) => (
        <CheckThing key={at} draftKey={key} submission={submission} thing={thing} number={at + 1} />
      ))}
      <h2>您的联系方式</h2>
      <CheckContact contact={contact} draftKey={key} />
      {beside}
      <StepForm action={stepPath(key, 'check')} seen="">
        {question}
        <div className="trap" aria-hidden="true">
          <label htmlFor="hp">此处请留空</label>
          <input type="text" id="hp" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <p>点“确认并提交”，表示您所写的是您知道的真实情况。提交以后，您还可以补充、撤回。</p>
        <div className="acts">
          <button className="btn" id="send" name="act" value="send">
            确认并提交
          </button>
          <button className="btn two" name="act" value="more">
            提交，再写一件
          </button>
        </div>
      </StepForm>
    </StepLayout>
  );
};
