import { audienceOf, sees, takesRisk, type Instant, type RiskLevel, type RiskLooker } from '@hub/domain';
import type { AppealEntity, MatterEntity, NewRisk, Stores } from '@hub/persistence';
import type { ActContext } from '../acts/case-act';
import { refuseIdentity } from './share-site';

/** The appeals that an assessment is of: the one it is entered on, and the others of its matter. */
export interface Assessed {
  readonly matter: MatterEntity | null;
  readonly others: readonly AppealEntity[];
}

/** Holds the matter and its appeals; the words of the form will stand in the file of each, so they name no citizen. */
export async function assessedWith({ appeal, stores, by }: ActContext, measures: string): Promise<Assessed> {
  if (appeal.matterId === null) return { matter: null, others: [] };
  const matter = await stores.matters.hold(appeal.matterId);
  const all = await stores.matters.appealsOf(matter.id);
  const seen = all.filter((one) => sees(by, one));
  await refuseIdentity(measures, seen, stores);
  return { matter, others: all.filter(({ id, status }) => id !== appeal.id && takesRisk(status)) };
}

/** The same assessment in the files of the others, each with a number of its own there. */
export async function shareRisk(
  others: readonly AppealEntity[],
  { id, ...risk }: NewRisk & { readonly id: number },
  note: string,
  stores: Stores,
): Promise<void> {
  const last = await stores.risks.lastOfAll(others.map((one) => one.id));
  for (const other of others) {
    const version = (last.get(other.id)?.version ?? 0) + 1;
    await stores.risks.add({ ...risk, appealId: other.id, version, sharedFrom: id });
    const line = { act: 'risk' as const, way: 'assess', byId: risk.byId, byName: risk.byName, at: risk.at, note };
    await stores.appeals.keep(other, { riskLevel: risk.level, riskUnsigned: true }, line);
  }
}

/** An appeal that joins has the assessment of the matter from then on, as far as it was signed. */
export async function riskOnJoining(
  appeal: AppealEntity,
  matterId: number,
  stores: Stores,
): Promise<{ riskLevel?: RiskLevel; riskUnsigned?: boolean }> {
  const found = takesRisk(appeal.status) ? await stores.risks.lastOfMatter(matterId) : null;
  if (!found) return {};
  const { id, ...risk } = found;
  const last = await stores.risks.lastOf(appeal.id);
  const origin = risk.sharedFrom ?? id;
  // It may have parted and come back.
  if (last && (last.sharedFrom ?? last.id) === origin) return {};
  await stores.risks.add({ ...risk, appealId: appeal.id, version: (last?.version ?? 0) + 1, sharedFrom: origin });
  return { riskLevel: risk.level, riskUnsigned: risk.signedAt === null };
}

/** Tells whoever must look and sees one of the appeals, each person once. */
export async function tellLookers(
  stores: Pick<Stores, 'notices'>,
  appeals: readonly AppealEntity[],
  looker: RiskLooker,
  text: string,
  at: Instant,
): Promise<void> {
  const staff = await stores.notices.staff();
  const told = new Map<number, number>();
  for (const appeal of appeals)
    for (const userId of audienceOf([looker], appeal, staff)) if (!told.has(userId)) told.set(userId, appeal.id);
  await stores.notices.add([...told].map(([userId, appealId]) => ({ userId, kind: 'risk', appealId, text, at })));
}
