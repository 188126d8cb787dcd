import {
  CHANNELS,
  isFact,
  KINDS,
  SATISFACTIONS,
  STATUSES,
  type Satisfaction,
  type AppealStatus,
  type ChannelName,
  type Fact,
  type Kind,
} from '@hub/domain';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export const VIEWS = ['open', 'mine', 'supervised', 'unsatisfied', 'closed', 'all'] as const;
export const SORTS = ['due', 'received', 'changed'] as const;
export const MAILS = ['returned'] as const;
export const DUES = ['late', 'soon', 'today'] as const;

/** What the list shows; kept in the address, so that a link or a reload shows the same. */
export interface QueueFilter {
  readonly view: (typeof VIEWS)[number];
  readonly sort: (typeof SORTS)[number];
  readonly due: (typeof DUES)[number] | null;
  readonly mail: (typeof MAILS)[number] | null;
  readonly rating: Satisfaction | null;
  readonly status: AppealStatus | null;
  readonly kind: Kind | null;
  readonly channel: ChannelName | null;
  readonly unit: string | null;
  readonly topic: string | null;
  readonly street: string | null;
  readonly returned: 'yes' | null;
  /** The appeals behind a figure of some days. */
  readonly fact: Fact | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly q: string | null;
}

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | null =>
  values.find((one) => one === given) ?? null;

function factOf(params: URLSearchParams): Pick<QueueFilter, 'fact' | 'from' | 'to'> {
  const fact = params.get('fact');
  if (!fact || !isFact(fact)) return { fact: null, from: null, to: null };
  return { fact, from: params.get('from'), to: params.get('to') };
}

export function readFilter(params: URLSearchParams): QueueFilter {
  return {
    view: oneOf(VIEWS, params.get('view')) ?? 'open',
    sort: oneOf(SORTS, params.get('sort')) ?? 'due',
    due: oneOf(DUES, params.get('due')),
    mail: oneOf(MAILS, params.get('mail')),
    rating: oneOf(SATISFACTIONS, params.get('rating')),
    status: oneOf(STATUSES, params.get('status')),
    kind: oneOf(KINDS, params.get('kind')),
    channel: oneOf(CHANNELS, params.get('channel')),
    unit: params.get('unit') || null,
    topic: params.get('topic') || null,
    street: params.get('street') || null,
    returned: oneOf(['yes'] as const, params.get('returned')),
    ...factOf(params),
    q: params.get('q') || null,
  };
}

const USUAL: Partial<Record<keyof QueueFilter, string>> = { view: 'open', sort: 'due' };

/** The filter as a query string; with `usual` also what the server takes for granted. */
export function writeFilter(filter: QueueFilter, usual = false): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter) as [keyof QueueFilter, string | null][]) {
    if (value && (usual || USUAL[name] !== value)) params.set(name, value);
  }
  return params;
}

export function useQueueFilter(): [QueueFilter, (change: Partial<QueueFilter>) => void] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => readFilter(params), [params]);
  return [filter, (change) => setParams(writeFilter({ ...filter, ...change }))];
}

/** What narrows the list beyond its view and sort. */
export const NO_FILTER = {
  due: null,
  mail: null,
  rating: null,
  status: null,
  kind: null,
  channel: null,
  unit: null,
  topic: null,
  street: null,
  returned: null,
  fact: null,
  from: null,
  to: null,
  q: null,
} as const;
export const isFiltered = (filter: QueueFilter): boolean =>
  Object.keys(NO_FILTER).some((name) => filter[name as keyof typeof NO_FILTER]);
