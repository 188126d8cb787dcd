import type { ActBodies, ActName, AppealView } from '@hub/contract';
import type { Dayjs } from 'dayjs';
import type { ComponentType } from 'react';

export interface FieldsProps {
  view: AppealView;
}

/** How an act asks for what its body needs. `V` is what the fields give, by their names. */
export interface ActForm {
  /** Evidence is typed in a drawer, so that the letter stays in sight; the rest in a dialog. */
  readonly where: 'drawer' | 'dialog';
  /** Stands above the fields: what will happen. */
  readonly lead?: (view: AppealView) => string;
  /** Repeats the verb where the act's own name is not what the button should say. */
  readonly confirm?: string;
  readonly Fields: ComponentType<FieldsProps> | null;
  readonly initial?: (view: AppealView) => Record<string, unknown>;
  readonly body: (values: unknown) => ActBodies[ActName];
}

interface Typed<V, A extends ActName> extends Omit<ActForm, 'body' | 'initial'> {
  readonly initial?: (view: AppealView) => Partial<V> & Record<string, unknown>;
  readonly body: (values: V) => ActBodies[A];
}

/** One cast in one place: a form gives the values of its own fields. */
export const form = <A extends ActName, V = ActBodies[A]>(typed: Typed<V, A>): ActForm => ({
  ...typed,
  body: (values) => typed.body(values as V) as ActBodies[ActName],
});

export const momentOf = (at: Dayjs): string => at.toISOString();
export const dayOn = (day: Dayjs): string => day.format('YYYY-MM-DD');
