import { KINDS, type Kind } from '../appeal/kind';
import type { Day } from '../deadline/day';
import { FaultFinder, type FormFault } from './form-fault';
import { privateDataIn, type PrivateData } from './private-data';
import { sinceFault } from './since';
import type { WebThing } from './submission';

export const THING_LIMITS = { subject: 40, text: 5000, place: 100, site: 60 } as const;
export const UNKNOWN_STREET = 'unknown';
/** Where the matter lies must be known to look at it; a question or an idea may lie nowhere. */
const PLACED: readonly string[] = ['complaint', 'report'];

export interface WebPlaces {
  readonly streets: readonly string[];
  readonly today: Day;
}

export function kindFaults({ kind }: WebThing): FormFault[] {
  return KINDS.includes(kind as Kind) ? [] : [{ field: 'kind-inquiry', words: '请选一个最接近的类型' }];
}

/** What has to be changed of what, where and when, in the order of the page. */
export function thingFaults(thing: WebThing, { streets, today }: WebPlaces): FormFault[] {
  const find = new FaultFinder();
  const tooLong = (field: keyof typeof THING_LIMITS, label: string) =>
    find.tooLong(thing[field], THING_LIMITS[field], field, label);
  find.say(!thing.subject, 'subject', '请用一句话概括');
  tooLong('subject', '概括');
  find.say(!thing.text, 'text', '请写一写详细情况');
  tooLong('text', '详细情况');
  const since = sinceFault(thing.from, today);
  find.say(since, 'from-y', since ?? '');
  const known = streets.includes(thing.street) || thing.street === UNKNOWN_STREET;
  find.say(thing.street ? !known : PLACED.includes(thing.kind), 'street', '请选择街道或镇，说不准就选“不清楚”');
  tooLong('place', '地点');
  tooLong('site', '单位名称');
  return find.faults;
}

/** Numbers and addresses in his words that he has not said to keep. A hint, never a refusal. */
export const privateHints = ({ subject, text, place, kept }: WebThing): PrivateData[] =>
  privateDataIn([subject, text, place].join('\n')).filter(({ value }) => !kept.includes(value));
