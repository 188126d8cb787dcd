import { CHANNELS, KINDS, type ChannelName, type Kind } from '@hub/domain';
import { Email, Id, Items, Line, Lines, OneOf, Optional, Section, SomeOf, Wants, Whole, YesNo } from '../wants';

class UnitShape {
  @Id() id: string;
  @Line(60) name: string;
}

class DepartmentShape extends UnitShape {
  @Optional() @Email() email?: string;
  @Optional() @Line(40) phone?: string;
}

export class UnitsShape {
  @Items(() => UnitShape) units: UnitShape[];
  @Optional() @Id() disciplineUnit?: string;
  @Items(() => DepartmentShape) departments: DepartmentShape[];
  @Lines(40) streets: string[];
  @Optional() @Lines(60) addresses?: string[];
}

class RuleShape {
  @Line(60) name: string;
  @Optional() @SomeOf(KINDS) kinds?: Kind[];
  @Optional() @SomeOf(CHANNELS) channels?: ChannelName[];
  @Optional() @Lines() words?: string[];
  @Optional() @Lines() unless?: string[];
  @Optional() @Lines() places?: string[];
  @Optional() @Id() unit?: string;
  @Optional() @Id() department?: string;
  @Line(200) reason: string;
  @Optional() @YesNo() auto?: boolean;
}

export class RoutingShape {
  @Items(() => RuleShape) rules: RuleShape[];
}

class WarningShape {
  @Whole(0, 30, '（天）') soon: number;
  @Whole(1, 365, '（天）') moderate: number;
  @Whole(2, 365, '（天）') severe: number;
}

class WaiverReasonsShape {
  @Lines(60) contact: string[];
  @Lines(60) site: string[];
}

const DayCounts = () =>
  Wants(
    '若干个 1 到 90 的整数，如 [1, 7]；不提醒写 []',
    (value) => Array.isArray(value) && value.every((one) => Number.isInteger(one) && Number(one) >= 1 && Number(one) <= 90),
  );

class RemindersShape {
  @DayCounts() before: number[];
  @DayCounts() after: number[];
}

/** The upper bounds of informDays, finishDays and extensionDays are the law's (信访工作条例2022 §23, §34). */
export class DeadlinesShape {
  @Whole(1, 60, '（天）') contactDays: number;
  @Whole(1, 60, '（天）') siteDays: number;
  @Whole(1, 60, '（天）') replyDays: number;
  @Whole(1, 15, '（天，法定不超过 15 天）') informDays: number;
  @Whole(1, 60, '（天，法定不超过 60 天）') finishDays: number;
  @Whole(0, 30, '（天，法定不超过 30 天）') extensionDays: number;
  @OneOf(['calendar', 'working']) count: 'calendar' | 'working';
  @YesNo() shift: boolean;
  /** The older name of `warning.soon`. */
  @Optional() @Whole(0, 30, '（天）') soonDays?: number;
  @Section(() => WarningShape) warning: WarningShape;
  @Section(() => WaiverReasonsShape) waiverReasons: WaiverReasonsShape;
  @YesNo() pauseWhileWaiting: boolean;
  @Whole(1, 30, '（工作日）') objectionWorkdays: number;
  @Whole(1, 90, '（天）') transferAnswerDays: number;
  @Whole(0, 365, '（天）') transferLinkDays: number;
  @Whole(1, 30, '（工作日）') transferPassOnWorkdays: number;
  @Section(() => RemindersShape) transferReminders: RemindersShape;
  @Whole(1, 90, '（天）') revisitDays: number;
  @Whole(1, 90, '（天）') reopenDecisionDays: number;
  @Whole(1, 365, '（天）') ratingDays: number;
  @Whole(2, 20, '（件）') sourceControlAppeals: number;
  @Whole(1, 366, '（天）') sourceControlDays: number;
  @Whole(1, 366, '（天）') sourceControlDueDays: number;
  @SomeOf(KINDS) fullKinds: Kind[];
}

const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^20\d\d-\d\d-\d\d$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
const Days = () => Wants("若干个真有的日子，如 ['2027-02-17']", (value) => Array.isArray(value) && value.every(isDay));

export class CalendarShape {
  @Optional() @Days() holidays?: string[];
  @Optional() @Days() makeUpDays?: string[];
}
