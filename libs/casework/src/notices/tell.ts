import { audienceOf, sees, type Duty, type Instant, type NoticeKind } from '@hub/domain';
import type { AppealEntity, Stores } from '@hub/persistence';

export interface Told {
  readonly kind: NoticeKind;
  readonly duties: readonly Duty[];
  /** Told beside those whose duty it is, where they may know of the appeal. */
  readonly persons?: readonly number[];
  readonly text: string;
}

/** Writes a notice for each person whom it concerns and who may know of the appeal. */
export async function tell(
  stores: Pick<Stores, 'notices'>,
  appeal: AppealEntity,
  { kind, duties, persons = [], text }: Told,
  at: Instant,
): Promise<void> {
  const staff = await stores.notices.staff();
  const named = staff.filter((one) => persons.includes(one.id) && sees(one, appeal)).map(({ id }) => id);
  const ids = new Set([...audienceOf(duties, appeal, staff), ...named]);
  await stores.notices.add([...ids].map((userId) => ({ userId, kind, appealId: appeal.id, text, at })));
}
