import type { AppealStatus } from '../appeal/status';
import { SECRECIES } from '../appeal/channel';
import { KINDS } from '../appeal/kind';
import { CONDUCT_TOPICS, POLLUTION_TOPICS, TOPICS, type Topic } from '../appeal/topic';
import { instant, type Instant } from '../deadline/day';
import { KIND_WORDS, SECRECY_WORDS, TOPIC_WORDS } from '../words/words';

/** GeoReport v2: the services are the topics, in two groups. */
const GROUPS: readonly (readonly [string, readonly Topic[]])[] = [
  ['环境污染', POLLUTION_TOPICS],
  ['政风行风', CONDUCT_TOPICS],
];

export const isService = (code: string): code is Topic => (TOPICS as readonly string[]).includes(code);

export const OPEN311_SERVICES = GROUPS.flatMap(([group, topics]) =>
  topics.map((topic) => ({
    service_code: topic,
    service_name: TOPIC_WORDS[topic],
    description: `${group}：${TOPIC_WORDS[topic]}`,
    metadata: true,
    type: 'realtime',
    keywords: `${group},${TOPIC_WORDS[topic]}`,
    group,
  })),
);

const listed = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>) =>
  values.map((key) => ({ key, name: words[key] }));
const optional = { variable: true, required: false, datatype_description: null };

/** What every service asks beside the text; nothing of it must be answered. */
export const OPEN311_ATTRIBUTES = [
  {
    ...optional,
    code: 'kind',
    datatype: 'singlevaluelist',
    order: 1,
    description: '诉求类型',
    values: listed(KINDS, KIND_WORDS),
  },
  {
    ...optional,
    code: 'secrecy',
    datatype: 'singlevaluelist',
    order: 2,
    description: '是否保密',
    values: listed(SECRECIES, SECRECY_WORDS),
  },
  { ...optional, code: 'happened', datatype: 'string', order: 3, description: '发生的时间或规律，如“每晚十点以后”', values: [] },
] as const;

export type Open311Status = 'open' | 'closed';

/** Once the citizen has his answer it counts as closed, until he asks for more. */
export const OPEN311_CLOSED: readonly AppealStatus[] = [
  'answered',
  'revisit',
  'closed',
  'archived',
  'not-accepted',
  'withdrawn',
  'discarded',
];
export const open311Status = (status: AppealStatus): Open311Status => (OPEN311_CLOSED.includes(status) ? 'closed' : 'open');

const RANGE_MS = 90 * 86_400_000;
/** The W3C note's full forms; without seconds and with fractions too. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** The ninety days that are asked for: given, from the one end that is given, or the last; null where they are more or no dates. */
export function open311Range(start: string, end: string, now: number): { readonly from: Instant; readonly to: Instant } | null {
  const at = (text: string) => (MOMENT.test(text) ? Date.parse(text.length === 10 ? `${text}T00:00:00+08:00` : text) : NaN);
  const from = start ? at(start) : end ? at(end) - RANGE_MS : now - RANGE_MS;
  const to = end ? at(end) : start ? from + RANGE_MS : now;
  if (!Number.isFinite(from) || !Number.isFinite(to) || to < from || to - from > RANGE_MS) return null;
  return { from: instant(from), to: instant(to) };
}

const DEGREES = /^-?\d{1,3}(?:\.\d{1,15})?$/;
/** Whether both are degrees of WGS 84. */
export const isPoint = (latitude: string, longitude: string): boolean =>
  DEGREES.test(latitude) && DEGREES.test(longitude) && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
