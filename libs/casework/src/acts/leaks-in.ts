import { findLeaks, representativesOf, type LeakHit, type Office, type Party, type Protected } from '@hub/domain';
import type { AppealEntity, AppealFile, Beside, Stores } from '@hub/persistence';
import type { LeakQuestion } from './leak-found';

/** Whose identity a text may tell: the citizen's, and that of others who wrote about the same matter. */
export interface AtStake {
  readonly own: Party;
  readonly letters: readonly string[];
  readonly beside: Beside;
  /** Names of the bureau's people, where they are not to be told. */
  readonly staff?: readonly string[];
}

export const leaksIn = ({ audience, parts }: LeakQuestion, about: AtStake, office: Office, consented = false): LeakHit[] =>
  findLeaks(parts, { ...protectedOf(about, office), consented }, audience);

export function protectedOf({ own, letters, beside, staff = [] }: AtStake, office: Office): Protected & { readonly own: Party } {
  const ours = [office.phone, office.replyTo, ...office.departments.flatMap(({ email }) => (email ? [email] : []))];
  const speakers = [...beside.parties.flatMap((one) => [one, ...representativesOf(one)]), ...representativesOf(own)];
  const others = speakers.map((other) => apart(other, own));
  return { own, others, letters, othersLetters: beside.letters, ours, staff };
}

/** The citizens of the other appeals of the same matter, and what they wrote. */
export async function besideOf({ id, matterId }: AppealEntity, { matters, persons, messages }: Stores): Promise<Beside> {
  const ids = matterId === null ? [] : (await matters.idsOf(matterId)).filter((one) => one !== id);
  return { parties: [...(await persons.partiesOf(ids)).values()], letters: await messages.lettersOf(ids) };
}

/** What the draft of a reply tells, as it stands. */
export function leaksInDraft({ draft, party, messages, beside }: AppealFile, office: Office): LeakHit[] {
  if (!draft) return [];
  const letters = messages.filter(({ direction }) => direction === 'in').map(({ text }) => text);
  const parts = [{ where: '答复', text: draft.text }];
  return leaksIn({ audience: 'citizen', parts }, { own: party, letters, beside }, office);
}

/** Who has written twice about one thing is not another: what he shares with the citizen is the citizen's own. */
const apart = (other: Party, own: Party): Party => ({
  ...other,
  name: other.name === own.name ? '' : other.name,
  phone: other.phone === own.phone ? '' : other.phone,
  email: other.email === own.email ? '' : other.email,
  address: other.address === own.address ? '' : other.address,
});
