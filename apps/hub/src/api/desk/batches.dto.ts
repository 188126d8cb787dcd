import { Text, Texts, TextsByKey, Whole } from '../http/validation';

export class FormBatchDto {
  @Text(1, 120)
  name: string;

  /** As they stand on the form, in their order. */
  @Texts(30, 200)
  questions: string[];

  @Whole(1, 500)
  sheets: number;
}

export class SheetDto {
  @Whole(1, 500)
  sheet: number;

  /** By question: q1, q2 … */
  @TextsByKey(30, 40)
  answers: Record<string, string>;

  @Text(0, 3000)
  opinion: string;

  @Text(0, 60)
  name: string;

  @Text(0, 40)
  phone: string;
}
