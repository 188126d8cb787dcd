import type { AllowedActView } from '@hub/contract';

/** An act that a person has chosen; `given` fills in its form. */
export interface ChosenAct {
  allowed: AllowedActView;
  given?: Record<string, unknown>;
}
