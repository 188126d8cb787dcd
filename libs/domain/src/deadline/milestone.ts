import type { Need } from '../appeal/act';
import type { Kind } from '../appeal/kind';
import { isOpen, type AppealStatus } from '../appeal/status';
import type { ReminderRules } from '../transfer/reminders';
import { asksFullSteps, type Track } from '../appeal/track';
import { addWorkdays, nextWorkday, type WorkCalendar } from './calendar';
import { addDays, dayOf, daysBetween, type Day, type Instant } from './day';
import { dueOnWhileWaiting } from './waiting';

/** The three steps of the bureau's "1-2-4" promise (work plan 2011, 二（三）四): contact, on-site investigation, reply. */
export const MILESTONES = ['contact', 'site', 'reply'] as const;
export type Milestone = (typeof MILESTONES)[number];
/** The steps that a listed reason can make unneeded; an answer is always owed. */
export type WaivedMilestone = Exclude<Milestone, 'reply'>;

/** What the office sets in config/deadlines.yaml; days are counted from the day of receipt, which is day 0. */
export interface DeadlineRules {
  readonly contactDays: number;
  readonly siteDays: number;
  readonly replyDays: number;
  /** To tell the person whether the submission is accepted: 15 calendar days (信访工作条例2022 §23). */
  readonly informDays: number;
  /** To finish: 60 calendar days, and at most 30 more (信访工作条例2022 §34). */
  readonly finishDays: number;
  readonly extensionDays: number;
  readonly count: 'calendar' | 'working';
  /** Moves a due day that falls on a rest day to the next working day. */
  readonly shift: boolean;
  /** A step is "soon" this many days before it is due (预警). */
  readonly soonDays: number;
  /** Days past the due day from which lateness is 中度 and 严重. */
  readonly warning: { readonly moderate: number; readonly severe: number };
  /** Why a step may be waived; nothing else is a reason. */
  readonly waiverReasons: Readonly<Record<WaivedMilestone, readonly string[]>>;
  /** The promise stands still while the citizen is asked; else a question has its own date and the promise goes on. */
  readonly pauseWhileWaiting: boolean;
  /** Working days in which a body may object to a transfer (信访工作条例2022 §23), and calendar days in which it should answer. */
  readonly objectionWorkdays: number;
  readonly transferAnswerDays: number;
  /** How long the department's link works after the day of its answer, and working days in which we pass an answer on. */
  readonly transferLinkDays: number;
  readonly transferPassOnWorkdays: number;
  readonly transferReminders: ReminderRules;
  readonly revisitDays: number;
  readonly reopenDecisionDays: number;
  /** An answer may be rated for so many days. */
  readonly ratingDays: number;
  /** This many complaints about one site, at most so many days apart, open a source-control task, due after so many days. */
  readonly sourceControlAppeals: number;
  readonly sourceControlDays: number;
  readonly sourceControlDueDays: number;
  /** Kinds to which contact and site apply; the others have a reply clock only. */
  readonly fullKinds: readonly Kind[];
}

export interface DueDays {
  readonly contact: Day;
  readonly site: Day;
  readonly reply: Day;
  readonly inform: Day;
  readonly finish: Day;
}

/** The due days of an appeal received on `day`. The promise is kept with the appeal: a later change of rules does not move it. */
export function dueDays(day: Day, rules: DeadlineRules, calendar: WorkCalendar): DueDays {
  const after = (count: number): Day => {
    if (rules.count === 'working') return addWorkdays(day, count, calendar);
    const due = addDays(day, count);
    return rules.shift ? nextWorkday(due, calendar) : due;
  };
  return {
    contact: after(rules.contactDays),
    site: after(rules.siteDays),
    reply: after(rules.replyDays),
    // The statutory clocks are calendar days and never shift.
    inform: addDays(day, rules.informDays),
    finish: addDays(day, rules.finishDays),
  };
}

/** The recorded facts from which every clock is read. */
export interface ClockFacts {
  readonly status: AppealStatus;
  readonly kind: Kind;
  readonly contactDueOn: Day;
  readonly siteDueOn: Day;
  readonly replyDueOn: Day;
  readonly contactDoneAt: Instant | null;
  readonly siteDoneAt: Instant | null;
  readonly replyDoneAt: Instant | null;
  /** Why a step is not needed, in Chinese; null where it is. */
  readonly contactWaiver: string | null;
  readonly siteWaiver: string | null;
  /** The reply day that had passed before it was extended: what was late stays late. */
  readonly replyMissedOn: Day | null;
  /** To finish by law. */
  readonly finishDueOn: Day;
  /** Since when the promise stands still, while the citizen is asked; see `resumed`. */
  readonly waitSince: Day | null;
  /** The date of a state that waits on somebody outside the unit (transfer, question, revisit, decision on reopening). */
  readonly waitDueOn: Day | null;
  /** The department has answered; passing it on is ours. */
  readonly transferReplied: boolean;
}

export const CLOCK_STATES = ['late', 'soon', 'pending', 'done', 'waived'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export interface MilestoneView {
  readonly name: Milestone;
  readonly dueOn: Day;
  readonly state: ClockState;
  readonly doneOn: Day | null;
  /** Days from today to the due day of an open step (negative: late), or from the due day to the day it was done late. */
  readonly days: number;
  /** Stays true for ever once the step was missed, even if it was done later. */
  readonly late: boolean;
  readonly waiver: string | null;
}

export function milestones(facts: ClockFacts, today: Day, soonDays: number): MilestoneView[] {
  return MILESTONES.map((name) => {
    const dueOn = dueOnWhileWaiting(facts, name, today);
    const missedOn = (name === 'reply' && facts.replyMissedOn) || dueOn;
    const doneAt = facts[`${name}DoneAt`];
    const waiver = name === 'reply' ? null : facts[`${name}Waiver`];
    const doneOn = doneAt ? dayOf(doneAt) : null;
    if (doneOn) {
      const over = daysBetween(missedOn, doneOn);
      return { name, dueOn, state: 'done', doneOn, days: Math.max(over, 0), late: over > 0, waiver: null };
    }
    if (waiver) return { name, dueOn, state: 'waived', doneOn: null, days: 0, late: false, waiver };
    const days = daysBetween(today, dueOn);
    return { name, dueOn, state: clockState(days, soonDays), doneOn: null, days, late: missedOn < today, waiver: null };
  });
}

export const clockState = (daysLeft: number, soonDays: number): 'late' | 'soon' | 'pending' =>
  daysLeft < 0 ? 'late' : daysLeft <= soonDays ? 'soon' : 'pending';

/** What must be done next; the console and the citizen's page each have their own words for it. */
export const STEPS = [
  'acceptance',
  'assignment',
  'receipt',
  'contact',
  'site',
  'reply',
  'review',
  'supplement',
  'transfer',
  'pass-on',
  'revisit',
  'decision',
] as const;
export type Step = (typeof STEPS)[number];

const STEP_OF_STATUS: Partial<Record<AppealStatus, Step>> = {
  received: 'acceptance',
  accepted: 'assignment',
  assigned: 'receipt',
  'in-review': 'review',
  'awaiting-citizen': 'supplement',
  transferred: 'transfer',
  revisit: 'revisit',
  'reopen-requested': 'decision',
};

const WAITS: readonly AppealStatus[] = ['transferred', 'revisit', 'reopen-requested'];

/**
 * The next step and its day: the nearest step of the promise still owed, or the date of the state that waits on others.
 * A question to the citizen has its own date too, and hides no step that is owed before it: where the promise stands still,
 * that is what was late when the waiting began. Null when nothing is owed.
 */
export function nextDue(facts: ClockFacts): { step: Step; on: Day } | null {
  if (!isOpen(facts.status)) return null;
  const asked = facts.status === 'awaiting-citizen' ? facts.waitDueOn : null;
  const open = milestones(facts, asked ?? facts.replyDueOn, 0).filter((one) => one.state !== 'done' && one.state !== 'waived');
  const nearest = open.reduce<MilestoneView | null>((best, one) => (!best || one.dueOn < best.dueOn ? one : best), null);
  const ours = facts.status === 'transferred' && facts.transferReplied;
  const step = ours ? 'pass-on' : (STEP_OF_STATUS[facts.status] ?? nearest?.name ?? 'reply');
  if (asked) return nearest && nearest.dueOn < asked ? { step: nearest.name, on: nearest.dueOn } : { step, on: asked };
  const on = WAITS.includes(facts.status)
    ? (facts.waitDueOn ?? facts.replyDueOn)
    : (nearest?.dueOn ?? facts.waitDueOn ?? facts.replyDueOn);
  return { step, on };
}

/** Stands in the due column of an appeal to which nothing is owed, so that it sorts last on every database. */
export const NO_DUE: Day = '9999-12-31';

/** Evidence that still lacks before a reply may be submitted: contact and site done or waived. */
export function lackingEvidence(facts: ClockFacts): Need[] {
  const needs: Need[] = [];
  if (!facts.contactDoneAt && !facts.contactWaiver) needs.push('contact');
  if (!facts.siteDoneAt && !facts.siteWaiver) needs.push('site');
  return needs;
}

/** The waivers that kind and track bring with them: a question or an idea needs neither a first call nor an inspection. */
export function initialWaivers(
  kind: Kind,
  track: Track | null,
  reachable: boolean,
  rules: DeadlineRules,
): { contact: string | null; site: string | null } {
  const full = asksFullSteps(kind, track, rules.fullKinds);
  return { contact: full ? (reachable ? null : '无联系方式') : '无需联系', site: full ? null : '无需现场' };
}
