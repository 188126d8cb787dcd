import type { FieldFault } from '../layout/faults';
import type { Draft } from './draft';

/** What every part of the form is drawn from. */
export interface FormProps {
  draft: Draft;
  faults: readonly FieldFault[];
}
