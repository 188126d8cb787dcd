import type { FoundGround, GroundRules } from './grounds';

/** What the office sets in config/supervision.yaml. */
export interface SupervisionRules extends GroundRules {
  /** Calendar days in which a unit answers an order that names no day. */
  readonly answerDays: number;
  /** What a rule demands in the name of the office; `auto` issues the order, else it is suggested to a person. */
  readonly grounds: Readonly<Record<FoundGround, { readonly auto: boolean; readonly demand: string }>>;
}
