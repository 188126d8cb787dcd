/** What is wrong with one field of a form: its id and what the citizen can do about it. */
export interface FieldFault {
  readonly field: string;
  readonly words: string;
  /** Where the field stands, when it is on another page. */
  readonly href?: string;
}

export const faultOf = (faults: readonly FieldFault[], field: string): string | null =>
  faults.find((one) => one.field === field)?.words ?? null;
