import { Fault } from '../errors';
import { NOBODY, type Party, type Representative } from '../intake/inbound-message';

/** Of many who come with one matter, as many may speak (信访工作条例 2022 §20; 信访条例 2005 §18). */
export const MOST_REPRESENTATIVES = 5;

export function checkedRepresentatives(given: readonly Representative[], visitors: number | null): Representative[] {
  if (given.length > MOST_REPRESENTATIVES)
    throw new Fault(
      'invalid',
      'representatives',
      `代表有 ${given.length} 人，最多 ${MOST_REPRESENTATIVES} 人。`,
      '多人反映同一件事，请他们推选代表，不超过五人（《信访工作条例》第二十条）；来访总人数写在“来访人数”里。',
    );
  const named = given.map(({ name, phone }) => ({ name: name.trim(), phone: phone.trim() }));
  if (named.some(({ name }) => !name))
    throw new Fault('invalid', 'representatives', '有的代表没有写姓名。', '请补上姓名，或删去这一行。');
  if (visitors !== null && named.length > visitors)
    throw new Fault('invalid', 'representatives', '代表比来访的人还多。', '请核对来访人数。');
  return named;
}

/** The others who speak, each as a person whose traces are to be hidden. */
export const representativesOf = ({ representatives = [] }: Party): Party[] =>
  representatives.map((one) => ({ ...NOBODY, ...one }));
