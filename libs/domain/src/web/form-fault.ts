/** What is wrong with one field of a form: its id and what its writer can do about it, in Chinese. */
export interface FormFault {
  readonly field: string;
  readonly words: string;
}

/** Collects one fault for each field, in the order in which they are looked for. */
export class FaultFinder {
  readonly faults: FormFault[] = [];

  say(wrong: unknown, field: string, words: string): void {
    if (wrong && !this.faults.some((one) => one.field === field)) this.faults.push({ field, words });
  }

  tooLong({ length }: string, most: number, field: string, label: string): void {
    this.say(length > most, field, `${label}写了 ${length} 个字，请减到 ${most} 个字以内`);
  }
}
