import type { ChannelHealth, ChannelName, Glance, LetterField, ShownLetterState } from '@hub/domain';

export interface ChannelView {
  readonly name: string;
  readonly channel: ChannelName;
  readonly source: string;
  readonly state: ChannelHealth;
  readonly stateName: string;
  readonly lastOkAt: string | null;
  readonly lastError: string | null;
  readonly lastErrorAt: string | null;
  readonly failingSince: string | null;
  /** What the settings leave open: no TLS, no verified certificate. */
  readonly warning: string | null;
  readonly restUntil: string | null;
  readonly taken: number;
  /** When it last brought something new. */
  readonly lastTakenAt: string | null;
  /** It hears of new letters by itself (IDLE); null where it is only asked in turn. */
  readonly listens: boolean | null;
  readonly everySeconds: number;
  /** When it is asked next at the latest; null where nobody is there to ask. */
  readonly nextAt: string | null;
}
/** How it went to open a channel for a trial: one line where it failed. */
export interface ChannelTrialView {
  readonly ok: boolean;
  readonly lines: readonly string[];
}
/** What holds for all channels. */
export interface ChannelsStateView {
  /** Some process takes channels in and letters out. */
  readonly worked: boolean;
  /** The hub has sent all the acknowledgements that it may in this hour; the others follow then. */
  readonly acknowledgementsUntil: string | null;
}
export interface QuarantineView {
  readonly id: number;
  readonly channel: ChannelName;
  readonly source: string;
  readonly sourceKey: string;
  readonly reason: string;
  /** Masked; null where nobody could read it. */
  readonly glance: Glance | null;
  readonly arrivedAt: string;
  readonly state: 'quarantined' | 'held' | 'aside';
  /** The appeal it seems to belong to, where it is held for a person. */
  readonly appeal: string | null;
  readonly original: string;
}
export interface AsideCountView {
  /** Letters that the office's rules have put aside; ends at 10,000. */
  readonly aside: number;
}
export interface OutboxView {
  readonly id: number;
  readonly kind: string;
  readonly kindName: string;
  readonly appeal: string | null;
  readonly to: string;
  readonly subject: string;
  readonly state: ShownLetterState;
  readonly stateName: string;
  /** A person may have it tried again now. */
  readonly retriable: boolean;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}
/** An answer owed to a complaint site. */
export interface SiteReplyView {
  readonly id: number;
  readonly appeal: string | null;
  readonly site: string;
  /** The post; null for who keeps the hub running without knowing what appeals are about. */
  readonly url: string | null;
  readonly state: ShownLetterState;
  readonly stateName: string;
  readonly retriable: boolean;
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastError: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
}
export interface OutboxStateView {
  /** Why nothing goes out at all, and until when it rests. */
  readonly server: { readonly error: string; readonly until: string } | null;
}
export interface LetterTemplateView {
  readonly name: string;
  readonly title: string;
  readonly subject: string;
  readonly body: string;
  /** What this letter fills. */
  readonly fields: readonly LetterField[];
  /** Where the office words it. */
  readonly file: string;
  /** The file says something else by now, which goes out after the next start. */
  readonly changed: boolean;
  /** Why the hub would not start with the file as it is; Chinese. */
  readonly faults: readonly string[];
}
/** A letter filled with an invented appeal. */
export interface LetterPreviewView {
  /** What was filled: the file as it stands, or where that is faulty the letter in use. */
  readonly of: 'file' | 'use';
  /** The sender as a mail program shows it. */
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
}
