import type { ApprovalRules } from './approval/approval';
import type { WorkCalendar } from './deadline/calendar';
import type { DeadlineRules } from './deadline/milestone';
import type { DeskRules } from './desk/draft';
import type { DocumentRules } from './document/number';
import type { MailDoor } from './intake/mail-door';
import type { AcknowledgementLimits } from './notice/acknowledgement-budget';
import type { MailRules } from './intake/mail-rules';
import type { LetterName, LetterTemplate } from './notice/letter';
import type { SiteReplyDoor } from './reply/site-reply';
import type { ReplyTemplate } from './reply/template';
import type { RevisitRules } from './revisit/revisit';
import type { RiskRules } from './risk/risk';
import type { WebRules } from './web/web-rules';
import type { RoutingRule } from './routing/routing-rule';
import type { SupervisionRules } from './supervision/rules';

export interface Unit {
  readonly id: string;
  readonly name: string;
}

/** A body outside the bureau; transfers go to its address. */
export interface Department extends Unit {
  readonly email: string | null;
  /** Where citizens may ask. */
  readonly phone?: string | undefined;
}

/** What the office sets for itself, as the rules and services need it; config/*.yaml says it, libs/settings reads it. */
export interface WebhookRules {
  /** Hosts (`name` or `name:port`) of the office's own network that may be told of appeals, also without TLS. */
  readonly allowInward: readonly string[];
  /** What was told is forgotten after so many days. */
  readonly keepDays: number;
}

export interface Office {
  readonly bureau: string;
  readonly phone: string;
  readonly hours: string;
  /** Before the year in document numbers, e.g. 普环. */
  readonly documentPrefix: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** The address that answers come back to. */
  readonly replyTo: string;
  /** The address that reports of delivery come back to. */
  readonly bounceAddress: string;
  /** Mail to `name+mark@…` reaches `name@…`: answers and reports then prove by the mark which letter they are about. */
  readonly plusAddresses: boolean;
  readonly mail: MailDoor;
  readonly acknowledgements: AcknowledgementLimits;
  readonly units: readonly Unit[];
  /** The unit that handles what is about conduct (纪检); null where the office has not said. */
  readonly disciplineUnit: string | null;
  readonly departments: readonly Department[];
  readonly streets: readonly string[];
  readonly rules: DeadlineRules;
  readonly calendar: WorkCalendar;
  readonly routing: readonly RoutingRule[];
  readonly documents: DocumentRules;
  readonly letters: Readonly<Record<LetterName, LetterTemplate>>;
  readonly approval: ApprovalRules;
  readonly templates: readonly ReplyTemplate[];
  readonly supervision: SupervisionRules;
  readonly revisit: RevisitRules;
  readonly risk: RiskRules;
  readonly mailRules: MailRules;
  readonly desk: DeskRules;
  readonly web: WebRules;
  readonly webhooks: WebhookRules;
  readonly siteReplies: readonly SiteReplyDoor[];
}

export const unitName = (office: Office, id: string | null): string | null =>
  office.units.find((unit) => unit.id === id)?.name ?? null;
export const departmentName = (office: Office, id: string | null): string | null =>
  office.departments.find((one) => one.id === id)?.name ?? null;
