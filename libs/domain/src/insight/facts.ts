/**
 * What is counted of appeals, each on one day: `receipt` on the day the appeal was received, `due` on the day by which a step
 * was owed and only once that day is over, `event` on the day it happened. A figure of a past month therefore stays as it was
 * reported: what is done late is late in the month in which it was due.
 */
export const FACTS = {
  received: { on: 'receipt', words: '收到' },
  replied: { on: 'receipt', words: '收到的件中已经答复' },
  assigned: { on: 'receipt', words: '收到的件中派过单' },
  returned: { on: 'receipt', words: '收到的件中被退过单' },
  repeated: { on: 'receipt', words: '收到的件中并入 12 个月内旧事项' },
  supervised: { on: 'receipt', words: '收到的件中被督办' },
  'contact-due': { on: 'due', words: '应联系' },
  'contact-kept': { on: 'due', words: '按时联系' },
  'contact-late': { on: 'due', words: '没有按时联系' },
  'contact-waived': { on: 'due', words: '免联系' },
  'site-due': { on: 'due', words: '应到现场' },
  'site-kept': { on: 'due', words: '按时到现场' },
  'site-late': { on: 'due', words: '没有按时到现场' },
  'site-waived': { on: 'due', words: '免现场' },
  'reply-due': { on: 'due', words: '应答复' },
  'reply-kept': { on: 'due', words: '按时答复' },
  'reply-late': { on: 'due', words: '没有按时答复' },
  'finish-due': { on: 'due', words: '已办结或到期应办结' },
  'finish-kept': { on: 'due', words: '期限内办结' },
  'finish-late': { on: 'due', words: '没有在期限内办结' },
  answered: { on: 'event', words: '答复送达' },
  closed: { on: 'event', words: '办结' },
  revisited: { on: 'event', words: '办结的件中回访过' },
  rated: { on: 'event', words: '答复以后群众作了评价' },
  satisfied: { on: 'event', words: '评为满意或基本满意' },
  fair: { on: 'event', words: '评为基本满意' },
  unsatisfied: { on: 'event', words: '评为不满意' },
  'solved-asked': { on: 'event', words: '群众说了是否解决' },
  solved: { on: 'event', words: '群众说已解决' },
  'solved-partly': { on: 'event', words: '群众说部分解决' },
  ordered: { on: 'event', words: '发出督办单' },
  'order-due': { on: 'due', words: '到期应回复的督办单' },
  'order-kept': { on: 'due', words: '按期回复的督办单' },
  'transfer-due': { on: 'due', words: '到期应答复的转交' },
  'transfer-kept': { on: 'due', words: '按期答复的转交' },
} as const satisfies Record<string, { on: 'receipt' | 'due' | 'event'; words: string }>;
export type Fact = keyof typeof FACTS;
export const FACT_NAMES = Object.keys(FACTS) as Fact[];
/** Facts that are kept as counts; what is late is what was due and was not kept. */
export const COUNTED_FACTS: readonly Fact[] = FACT_NAMES.filter((fact) => !fact.endsWith('-late'));
export const isFact = (name: string): name is Fact => Object.hasOwn(FACTS, name);

/** How many of each fact; what is not there is none. */
export type Counts = Partial<Record<Fact, number>>;

/** By what the received appeals are told apart, and the answered ones by the days they took. */
export const SLICES = ['kind', 'channel', 'source', 'topic', 'street', 'days'] as const;
export type Slice = (typeof SLICES)[number];

/** Counts by value; '' where nothing is known. */
export type Tally = Readonly<Record<string, number>>;
