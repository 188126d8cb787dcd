import { orderColumns, type Act, type FoundGround, type GroundFacts, type Instant, type Office } from '@hub/domain';
import type { AppealEntity, Stores } from '@hub/persistence';
import { groundFacts, isAuto, newGrounds, orderOf, ruleLine, takeOrderNumbers } from './raise';

/** Acts that may bring about a ground for supervision, with what they prove; the deadline watch finds the others. */
const RAISED_BY: Readonly<Record<string, { readonly ground: FoundGround; readonly facts: Partial<GroundFacts> } | undefined>> = {
  return: { ground: 'returned', facts: {} },
  'matter.join': { ground: 'group', facts: {} },
  'risk.assess': { ground: 'group', facts: {} },
  rating: { ground: 'unsatisfied', facts: {} },
  'revisit.unsatisfied': { ground: 'unsatisfied', facts: { unsatisfied: true } },
};

interface Deed {
  readonly act: Act;
  readonly way: string | null;
  readonly facts?: Partial<GroundFacts> | undefined;
}

/** Suggests, or where the office says so issues, the order that an act gives ground for; answers the columns that follow. */
export async function raiseBy(
  { act, way, facts }: Deed,
  appeal: AppealEntity,
  stores: Stores,
  office: Office,
  now: Instant,
): Promise<Partial<AppealEntity>> {
  const raised = RAISED_BY[way ? `${act}.${way}` : act];
  if (!raised) return {};
  if (raised.ground === 'group' && (await isGroupKnown(appeal, stores))) return {};
  const orders = await stores.orders.of(appeal.id);
  const found = newGrounds(groundFacts(appeal, { ...raised.facts, ...facts }), orders, office, now).filter(
    ({ ground }) => ground === raised.ground,
  );
  for (const reason of found) {
    const running = isAuto(reason.ground, office) ? await takeOrderNumbers(stores, now, 1) : null;
    const order = orderOf(appeal, reason, office, now, running);
    await stores.orders.add([order]);
    if (order.number) await stores.appeals.addHistory([ruleLine(appeal, order, now)]);
  }
  return found.length ? orderColumns(await stores.orders.of(appeal.id)) : {};
}

/** That many are concerned is said of a matter once, on whichever of its appeals showed it. */
async function isGroupKnown({ matterId }: AppealEntity, stores: Stores): Promise<boolean> {
  if (matterId === null) return false;
  const orders = await stores.orders.ofAll(await stores.matters.idsOf(matterId));
  return orders.some(({ ground }) => ground === 'group');
}
