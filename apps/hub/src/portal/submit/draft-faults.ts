import { contactFaults, kindFaults, thingFaults, type FormFault, type WebPlaces, type WebSubmission } from '@hub/domain';
import { stepPath } from './steps';

/** A fault with the page on which it can be put right. */
export interface StepFault extends FormFault {
  readonly href?: string;
}

/** Everything that keeps a draft from being handed in, with the pages that are to be seen again. */
export function draftFaults(key: string, { things, contact }: WebSubmission, places: WebPlaces): StepFault[] {
  const at = (faults: readonly FormFault[], href: string, which = ''): StepFault[] =>
    faults.map(({ field, words }) => ({ field, words: which + words, href: `${href}#${field}` }));
  const several = things.length > 1;
  return [
    ...things.flatMap((thing, index) => {
      const way = { thing: index + 1, fromCheck: true };
      const which = several ? `第 ${index + 1} 件：` : '';
      return [
        ...at(kindFaults(thing), stepPath(key, 'kind', way), which),
        ...at(thingFaults(thing, places), stepPath(key, 'what', way), which),
      ];
    }),
    ...at(contactFaults(contact), stepPath(key, 'contact', { fromCheck: true })),
  ];
}
