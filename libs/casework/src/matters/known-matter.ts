import { NotFound, readAppealNumber, readMatterNumber, sees, type Staff } from '@hub/domain';
import type { AppealEntity, MatterEntity, Stores } from '@hub/persistence';

export interface KnownMatter {
  readonly matter: MatterEntity;
  /** Those that the person sees; others may be joined too. */
  readonly seen: readonly AppealEntity[];
}

/** A matter is known to whoever sees one of its appeals; an empty one to whoever opened it. */
export function knownMatter(by: Staff, matter: MatterEntity | null, appeals: readonly AppealEntity[]): KnownMatter {
  const seen = appeals.filter((one) => sees(by, one));
  if (matter && (seen.length || (!appeals.length && matter.openedById === by.id))) return { matter, seen };
  throw new NotFound('没有这个事项，或您不在知悉范围。', '编号是否抄错？');
}

/** The same in a transaction that holds the matter and its appeals. */
export async function heldMatter(typed: string, by: Staff, stores: Stores): Promise<KnownMatter> {
  const found = await stores.matters.find(readMatterNumber(typed) ?? '');
  if (!found) return knownMatter(by, null, []);
  return knownMatter(by, found, await stores.matters.appealsOf(found.id));
}

/** One of the seen appeals of a matter, by its number as typed. */
export function ofMatter({ matter, seen }: KnownMatter, typed: string): { matter: MatterEntity; number: string } {
  const number = readAppealNumber(typed) ?? '';
  if (seen.some((one) => one.number === number)) return { matter, number };
  throw new NotFound('这个事项里没有这一件，或您不在知悉范围。');
}
