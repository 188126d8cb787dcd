import { Fault, identityIn, sees, sharedSite } from '@hub/domain';
import type { SiteRecordEntity, Stores } from '@hub/persistence';
import type { ActContext } from '../acts/case-act';

type SharedRecord = Omit<SiteRecordEntity, 'appealId' | 'sharedFrom'>;

/**
 * A record on one appeal proves the on-site step of every appeal of its matter to which it can be entered. The others are
 * proved whether or not the officer may see them; he is told of none that he does not see.
 */
export async function shareSite(record: SharedRecord, { appeal, stores, now, by }: ActContext): Promise<void> {
  if (appeal.matterId === null) return;
  const { number } = await stores.matters.hold(appeal.matterId);
  const all = await stores.matters.appealsOf(appeal.matterId);
  const others = all.filter(({ id }) => id !== appeal.id);
  if (!others.length) return;
  const seen = all.filter((one) => sees(by, one));
  await refuseIdentity(`${record.place}\n${record.findings}`, seen, stores);
  for (const other of others) {
    const shared = sharedSite(record.at, other, now, null);
    if (!shared.counts) continue;
    const { id, at, officers, place, findings, byId, byName } = record;
    await stores.evidence.addSite({ appealId: other.id, at, officers, place, findings, byId, byName, sharedFrom: id });
    await stores.appeals.keep(
      other,
      { siteDoneAt: other.siteDoneAt ?? shared.doneAt },
      { act: 'site-records', way: 'shared', byId, byName, at: now, note: `${number}：${officers.join('、')}，${place}` },
    );
  }
}

/** A text that several citizens' appeals carry names none of them. */
export async function refuseIdentity(
  text: string,
  appeals: readonly { readonly id: number; readonly place: string }[],
  stores: Pick<Stores, 'persons'>,
): Promise<void> {
  const parties = await stores.persons.partiesOf(appeals.map(({ id }) => id));
  const places = appeals.map(({ place }) => place);
  const found = identityIn(text, [...parties.values()], places);
  if (!found.length) return;
  throw new Fault(
    'refused',
    'identity-in-shared-text',
    `几件来件共用的文字里有反映人的${found.join('、')}。`,
    '请去掉后再提交，别的反映人的来件里也会有这段文字。',
  );
}
