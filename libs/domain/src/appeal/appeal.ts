import type { ApprovalStep } from '../approval/approval';
import type { Day, Instant } from '../deadline/day';
import { NO_DUE, nextDue, type ClockFacts, type Step } from '../deadline/milestone';
import type { ChannelName } from './channel';
import { guardOf, type GuardFacts } from './sight';
import type { Satisfaction } from '../rating/rating';
import type { RiskLevel } from '../risk/risk';
import { isOpen } from './status';
import type { Topic } from './topic';
import type { Track } from './track';

/** One citizen's submission: one number, one reply, one rating; never merged away. */
export interface Appeal extends ClockFacts, GuardFacts {
  readonly id: number;
  /** `YXT-20261124-0007` */
  readonly number: string;
  readonly subject: string;
  readonly channel: ChannelName;
  /** The door in full, e.g. 局长信箱. */
  readonly source: string;
  readonly topic: Topic | null;
  readonly track: Track | null;
  readonly street: string | null;
  readonly place: string;
  /** The number that the submission carries in its source's own system. */
  readonly outsideNumber: string | null;
  readonly unitId: string | null;
  readonly handlerId: number | null;
  readonly departmentId: string | null;
  readonly suggestedUnitId: string | null;
  readonly suggestedDepartmentId: string | null;
  readonly suggestionReason: string | null;
  readonly receivedAt: Instant;
  readonly informDueOn: Day;
  readonly informedAt: Instant | null;
  /** Returns by a unit; the second one goes to a leader. */
  readonly returns: number;
  readonly returnedFrom: string | null;
  readonly designated: boolean;
  /** Units that help the leading one, each between bars: `|monitoring|research|`. */
  readonly coUnits: string;
  /** Of these, how many have neither answered nor been released. */
  readonly openParts: number;
  readonly reviewStep: ApprovalStep | null;
  readonly leaksAsked: number;
  readonly transferBounces: number;
  readonly transferFinal: boolean;
  /** What the office proposes as ground and right path of a non-acceptance, until a leader has decided. */
  readonly refusalGround: string | null;
  readonly refusalPath: string | null;
  readonly matterId: number | null;
  /** The polluter or address that it is about (被反映对象). */
  readonly siteId: number | null;
  /** Staff who are named for it (知悉人), each between bars: `|3|17|`. */
  readonly named: string;
  /** The highest level of lateness of the present due day that has been told of; see `levelRank`. */
  readonly warnedLevel: number;
  /** An extension of the reply day waits for a leader. */
  readonly extensionAsked: boolean;
  /** Under a supervision order, now or before. */
  readonly supervised: boolean;
  readonly openOrders: number;
  readonly unansweredOrders: number;
  readonly suggestedOrders: number;
  /** Of the last risk assessment, and whether whoever must look at it has not signed yet. */
  readonly riskLevel: RiskLevel | null;
  readonly riskUnsigned: boolean;
  /** Why mail to the citizen came back: an enhanced status code, or `complained`; null where none did. */
  readonly mailReturned: string | null;
  /** What the citizen said of the last answer; null while he has not. */
  readonly satisfaction: Satisfaction | null;
  /** Derived by `standing`; kept as columns so that the queue sorts and counts by an index. */
  readonly open: boolean;
  readonly step: Step | null;
  readonly dueOn: Day;
  /** See `guardOf`. */
  readonly guard: string;
  readonly changedAt: Instant;
  readonly version: number;
}

/** The columns of an appeal that was never handed to another body. */
export const NOT_TRANSFERRED = {
  transferBounces: 0,
  transferFinal: false,
  transferReplied: false,
} as const satisfies Partial<Appeal>;

/** The columns of an appeal that nobody has watched over yet. */
export const UNWATCHED = {
  warnedLevel: 0,
  supervised: false,
  openOrders: 0,
  unansweredOrders: 0,
  suggestedOrders: 0,
  riskLevel: null,
  riskUnsigned: false,
  mailReturned: null,
  satisfaction: null,
} as const satisfies Partial<Appeal>;

/** The columns that follow from the others; every change of an appeal goes through here. */
export function standing<T extends ClockFacts & GuardFacts>(facts: T): T & Pick<Appeal, 'open' | 'step' | 'dueOn' | 'guard'> {
  const due = nextDue(facts);
  return { ...facts, open: isOpen(facts.status), step: due?.step ?? null, dueOn: due?.on ?? NO_DUE, guard: guardOf(facts) };
}
