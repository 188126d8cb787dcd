import type { ActForm } from './act-form';
import { approvalForms } from './approval-forms';
import { deadlineForms } from './deadline-forms';
import { handlingForms } from './handling-forms';
import { mailForms } from './mail-forms';
import { officeForms } from './office-forms';
import { revisitForms } from './revisit-forms';
import { riskForms } from './risk-forms';
import { sectionForms } from './section-forms';
import { supervisionForms } from './supervision-forms';
import { transferForms } from './transfer-forms';
import { vaultForms } from './vault-forms';

/** The form of each act, by its name and way. */
export const forms: Record<string, ActForm | undefined> = {
  ...officeForms,
  ...handlingForms,
  ...sectionForms,
  ...revisitForms,
  ...deadlineForms,
  ...riskForms,
  ...supervisionForms,
  ...approvalForms,
  ...transferForms,
  ...vaultForms,
  ...mailForms,
};
