import type { WebContact } from '@hub/domain';
import { Errors } from '../layout/Errors';
import type { Page } from '../layout/page';
import { ContactFields } from './ContactFields';
import { stepFrame, type StepProps } from './KindPage';
import { ShareFields } from './ShareFields';
import { ConflictPanel, Next, StepForm } from './StepForm';
import { StepLayout } from './StepLayout';
import { WhoSees } from './WhoSees';

export const contactPage = (props: StepProps<WebContact>): Page => ({
  ...stepFrame(props, '您愿意留下联系方式吗？'),
  body: (
    <StepLayout office={props.office} step="contact" back={props.back}>
      <Errors faults={props.faults} />
      {props.conflict && <ConflictPanel href={props.action} />}
      <StepForm action={props.action} seen={props.seen}>
        <ContactFields typed={props.typed} faults={props.faults} />
        <ShareFields share={props.typed.share} />
        <WhoSees />
        <Next />
      </StepForm>
    </StepLayout>
  ),
});
