import type { OpenDraft } from '@hub/casework';
import { sentencesOf, type Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { Choice } from '../layout/Field';
import { FORM, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';
import { stepPath } from './steps';

export interface SplitProps {
  readonly office: Office;
  readonly draft: OpenDraft;
  /** The thing that is parted, counted from 1. */
  readonly thing: number;
  readonly seen: string;
}

export const splitPage = (props: SplitProps): Page => ({
  title: '把几件事分开写',
  personal: true,
  place: null,
  textSwitch: { form: FORM, action: stepPath(props.draft.key, 'split', { thing: props.thing }) },
  body: <Split {...props} />,
});

const Split = ({ office, draft, thing, seen }: SplitProps): ReactElement => {
  const { key, submission } = draft;
  const sentences = sentencesOf(submission.things[thing - 1]?.text ?? '');
  return (
    <StepLayout office={office} step="check" back={{ href: stepPath(key, 'check'), words: '返回核对' }}>
      <h1>把几件事分开写</h1>
      <p>分开以后，每件事都有自己的编号、查询码、时限和答复；联系方式不用再填，一次提交。</p>
      <StepForm action={stepPath(key, 'split', { thing })} seen={seen}>
        <fieldset aria-describedby="split-h">
          <legend>
            <h2>下面哪几句说的是另一件事？</h2>
          </legend>
          <p className="hint" id="split-h">
            勾选的句子会移到新的一件里，没有勾选的留在原来那件。都不勾选，就从空白写起。
          </p>
          {sentences.map((sentence, at) => (
            <Choice type="checkbox" name="leaves" id={`s-${at}`} value={String(at)} checked={false} key={at}>
              {sentence.trim() || '（空行）'}
            </Choice>
          ))}
        </fieldset>
        <div className="acts">
          <button className="btn" name="act" value="part">
            分开，接着写这一件
          </button>
          <a className="btn two" href={stepPath(key, 'check')}>
            不分了
          </a>
        </div>
      </StepForm>
    </StepLayout>
  );
};
