import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  addDays,
  CHANNELS,
  Fault,
  KINDS,
  readAppealNumber,
  readsRatings,
  SATISFACTIONS,
  sightOf,
  STATUSES,
  type Day,
  type Satisfaction,
  type Staff,
  FACT_NAMES,
  FACTS,
  isDay,
  type Fact,
} from '@hub/domain';
import { QUEUE_SORTS, type QueueFilter, type QueueSort } from '@hub/persistence';
import { IsIn, IsOptional } from 'class-validator';
import { OptionalOneOf, OptionalText, OptionalWhole } from '../http/validation';

const list = (given: string | undefined): string[] => (given ? given.split(',').filter(Boolean) : []);

/** The queue's query: lists are separated by commas. */
export class QueueQueryDto {
  @OptionalText(300)
  status?: string;

  @OptionalText(100)
  kind?: string;

  @OptionalText(100)
  channel?: string;

  @OptionalText(40)
  unit?: string;

  /** `me` or the id of a handler. */
  @OptionalText(12)
  handler?: string;

  @OptionalText(20)
  topic?: string;

  /** A street or town, or `none`. */
  @OptionalText(40)
  street?: string;

  /** Appeals behind a figure: what is counted, and from which day to which. */
  @OptionalOneOf([...FACT_NAMES])
  fact?: Fact;

  @OptionalText(10)
  from?: string;

  @OptionalText(10)
  to?: string;

  /** Given back by a unit, and not decided by the office. */
  @OptionalOneOf(['yes'])
  returned?: 'yes';

  @OptionalOneOf(['late', 'today', 'soon'])
  due?: 'late' | 'today' | 'soon';

  /** Where a letter to the citizen came back. */
  @OptionalOneOf(['returned'])
  mail?: 'returned';

  /** What the citizen said of the last answer. */
  @OptionalOneOf([...SATISFACTIONS])
  rating?: Satisfaction;

  @OptionalText(100)
  q?: string;

  @OptionalOneOf(['open', 'closed', 'all', 'mine', 'supervised', 'unsatisfied'])
  view?: 'open' | 'closed' | 'all' | 'mine' | 'supervised' | 'unsatisfied';

  @ApiPropertyOptional({ enum: [...QUEUE_SORTS] })
  @IsOptional()
  @IsIn([...QUEUE_SORTS], { message: `只能是 ${QUEUE_SORTS.join('、')}` })
  sort?: QueueSort;

  @OptionalText(300)
  cursor?: string;

  @OptionalWhole(1, 200)
  limit?: number;
}

/** Words of a list, or a fault that names what is not one of them. */
function oneOfEach<T extends string>(field: string, given: string | undefined, known: readonly T[]): T[] {
  const values = list(given);
  const wrong = values.find((value) => !(known as readonly string[]).includes(value));
  if (wrong !== undefined) throw new Fault('invalid', field, `${field} 没有“${wrong}”。`, `可选：${known.join('、')}。`);
  return values as T[];
}

/** Citizens who are not satisfied, and for whom something may still be done. */
export const UNSATISFIED = {
  statuses: ['answered', 'revisit', 'reopen-requested'],
  satisfaction: 'unsatisfied',
} as const satisfies Partial<QueueFilter>;

/** What a person asks for, bound to what he may see. */
export function filterOf(query: QueueQueryDto, staff: Staff, today: Day, soonDays: number): QueueFilter {
  const statuses = oneOfEach('status', query.status, STATUSES);
  const view = query.view ?? (statuses.length || query.rating ? 'all' : 'open');
  const handler = query.handler === 'me' || view === 'mine' ? staff.id : Number(query.handler ?? Number.NaN);
  if (query.handler && !Number.isSafeInteger(handler)) throw new Fault('invalid', 'handler', '承办人请写 me 或编号。');
  const words = query.q?.trim();
  if ((query.rating || view === 'unsatisfied') && !readsRatings(staff.role))
    throw new Fault('forbidden', 'rating', '承办人员看不到单个评价。', '请由局办公室或科室负责人筛选。');
  const number = words ? readAppealNumber(words) : null;
  return {
    sight: sightOf(staff),
    open: number || view === 'all' || view === 'unsatisfied' ? null : view !== 'closed',
    statuses,
    kinds: oneOfEach('kind', query.kind, KINDS),
    channels: oneOfEach('channel', query.channel, CHANNELS),
    ...(query.unit ? { unitId: query.unit } : {}),
    ...(Number.isSafeInteger(handler) ? { handlerId: handler } : {}),
    ...(view === 'supervised' ? { supervised: true as const } : {}),
    ...(query.mail === 'returned' ? { mailReturned: true as const } : {}),
    ...(query.rating ? { satisfaction: query.rating } : {}),
    ...(view === 'unsatisfied' ? UNSATISFIED : {}),
    ...(query.topic ? { topic: query.topic } : {}),
    ...(query.street ? { street: query.street } : {}),
    ...(query.returned ? { returned: true as const } : {}),
    ...(query.fact ? { fact: factOf(query.fact, query, today) } : {}),
    ...dueRange(query.due, today, soonDays),
    ...(number ? { number } : words ? { words } : {}),
  };
}

/** A step counts as owed once its day is over; the list ends where the figure does. */
function factOf(name: Fact, { from, to }: QueueQueryDto, today: Day): QueueFilter['fact'] {
  if (!from || !to || !isDay(from) || !isDay(to))
    throw new Fault('invalid', 'from', '看一个数字的名单，要写起止日期。', '请写成 from=2026-11-01&to=2026-11-30。');
  const yesterday = addDays(today, -1);
  return { name, from, to: FACTS[name].on === 'due' && to > yesterday ? yesterday : to };
}

export function dueRange(due: QueueQueryDto['due'], today: Day, soonDays: number): Pick<QueueFilter, 'dueFrom' | 'dueTo'> {
  if (due === 'late') return { dueTo: addDays(today, -1) };
  if (due === 'today') return { dueFrom: today, dueTo: today };
  return due === 'soon' ? { dueFrom: today, dueTo: addDays(today, soonDays) } : {};
}
