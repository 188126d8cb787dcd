import type { FormFault, Office } from '@hub/domain';
import { Errors } from '../layout/Errors';
import { faultOf } from '../layout/faults';
import type { Page } from '../layout/page';
import { KindFields } from './KindFields';
import { ConflictPanel, FORM, Next, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';

export interface StepProps<T> {
  readonly office: Office;
  readonly typed: T;
  /** The page's own address, to which it is sent. */
  readonly action: string;
  readonly back: { readonly href: string; readonly words: string };
  readonly seen: string;
  readonly faults: readonly FormFault[];
  readonly conflict: boolean;
}

/** What every page of a step has in common. */
export const stepFrame = ({ action, faults, conflict }: StepProps<unknown>, title: string) => ({
  status: conflict ? 409 : faults.length ? 422 : 200,
  title,
  faulty: faults.length > 0,
  personal: true,
  place: null,
  textSwitch: { form: FORM, action },
});

export const kindPage = (props: StepProps<string>): Page => ({
  ...stepFrame(props, '您想反映哪一类事情？'),
  body: (
    <StepLayout office={props.office} step="kind" back={props.back}>
      <Errors faults={props.faults} />
      {props.conflict && <ConflictPanel href={props.action} />}
      <StepForm action={props.action} seen={props.seen}>
        <KindFields kind={props.typed} fault={faultOf(props.faults, 'kind-inquiry')} />
        <div className="panel">
          <p>想反映我们的工作人员不廉洁、不作为？请选“举报”。这类来件直接交给纪检人员，被反映的科室看不到。</p>
        </div>
        <Next />
      </StepForm>
    </StepLayout>
  ),
});
