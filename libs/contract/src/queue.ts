import type { AppealStatus, ChannelName, ClockState, Kind, Milestone, RiskLevel, Satisfaction, Secrecy, Step } from '@hub/domain';

export interface DueView {
  readonly step: Step;
  /** The step in Chinese, e.g. 现场. */
  readonly stepName: string;
  readonly on: string;
  readonly state: Exclude<ClockState, 'done' | 'waived'>;
  /** 剩 2 天, 今天, 超 4 天. */
  readonly word: string;
  readonly days: number;
}

export interface LampView {
  readonly name: Milestone;
  readonly title: string;
  readonly state: ClockState;
  readonly stateName: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
  /** Short text beside the lamp: 剩 2 天, 11-16, 无需. */
  readonly word: string;
  /** Missed, even if done since. */
  readonly late: boolean;
  readonly waiver: string | null;
}

export interface AppealRow {
  readonly number: string;
  readonly subject: string;
  readonly status: AppealStatus;
  readonly statusName: string;
  readonly kind: Kind;
  readonly kindName: string;
  readonly channel: ChannelName;
  readonly channelName: string;
  readonly source: string;
  readonly secrecy: Secrecy;
  readonly street: string | null;
  readonly place: string;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly handler: string | null;
  readonly department: string | null;
  readonly receivedAt: string;
  /** The end of the next due day, null when nothing is owed. */
  readonly dueAt: string | null;
  readonly due: DueView | null;
  readonly lamps: readonly LampView[];
  readonly supervised: boolean;
  /** Why the last letter to the citizen came back; null where none did. */
  readonly mailReturned: string | null;
  /** What the citizen said of the last answer; null also for whoever may not read ratings. */
  readonly satisfaction: Satisfaction | null;
  readonly riskLevel: RiskLevel | null;
  readonly riskName: string | null;
  readonly changedAt: string;
  /** A piece of what was said, with one of the words that were looked for; null where nothing was looked for, or it stands elsewhere. */
  readonly glimpse: string | null;
}

/** Exact up to `limit`; a greater number is given as `limit` with `more: true`. */
export interface CountView {
  readonly count: number;
  readonly more: boolean;
}

export interface QueuePage {
  readonly items: readonly AppealRow[];
  readonly nextCursor: string | null;
  readonly counts: {
    /** All that the filter finds. */
    readonly found: CountView;
    /** Of the open appeals that the person may see. */
    readonly open: CountView;
    readonly late: CountView;
    readonly soon: CountView;
    readonly toAccept: CountView;
    readonly toAssign: CountView;
    readonly mine: CountView;
    /** Rated 不满意 and not settled yet; none for whoever may not read ratings. */
    readonly unsatisfied: CountView;
  };
}
