import {
  CHANNELS,
  KINDS,
  RISK_LOOKERS,
  type ChannelName,
  type FoundGround,
  type Kind,
  type RiskLooker,
  type RiskRules,
  type SupervisionRules,
} from '@hub/domain';
import { Items, Line, Lines, OneOf, Optional, Section, SomeOf, Whole, YesNo } from '../wants';

class GroundShape {
  @YesNo() auto: boolean;
  @Line(500) demand: string;
}

class GroundsShape implements Record<FoundGround, GroundShape> {
  @Section(() => GroundShape) late: GroundShape;
  @Section(() => GroundShape) returned: GroundShape;
  @Section(() => GroundShape) unsatisfied: GroundShape;
  @Section(() => GroundShape) group: GroundShape;
  @Section(() => GroundShape) silent: GroundShape;
}

export class SupervisionShape implements SupervisionRules {
  @Whole(1, 60, '（天）') answerDays: number;
  @Whole(1, 90, '（天）') silentDays: number;
  @Whole(2, 10_000, '（人）') groupPeople: number;
  @Whole(2, 10_000, '（件）') groupAppeals: number;
  @Section(() => GroundsShape) grounds: GroundsShape;
}

class SampleShape {
  @Optional() @SomeOf(KINDS) kinds?: Kind[];
  @Optional() @SomeOf(CHANNELS) channels?: ChannelName[];
  @Whole(0, 100, '（每百件）') percent: number;
}

export class RevisitShape {
  @Whole(0, 100, '（每百件）') percent: number;
  @Items(() => SampleShape) samples: SampleShape[];
  @Whole(0, 365, '（天）') restDays: number;
  @Whole(1, 10, '（次）') tries: number;
  @Whole(1, 10, '（天）') tryDays: number;
  @Line(500) greeting: string;
  @Lines(200) questions: string[];
  @Line(500) closing: string;
}

class StepShape {
  @Whole(1, 1_000_000) from: number;
  @Whole(0, 1000, '（分）') points: number;
}

class StepsShape {
  @Items(() => StepShape) people: StepShape[];
  @Items(() => StepShape) repeats: StepShape[];
  @Items(() => StepShape) daysLate: StepShape[];
  @Items(() => StepShape) dissatisfied: StepShape[];
}

class MediaShape {
  @Whole(0, 1000, '（分）') local: number;
  @Whole(0, 1000, '（分）') wide: number;
}

class HealthShape {
  @Whole(0, 1000, '（分）') suspected: number;
  @Whole(0, 1000, '（分）') confirmed: number;
}

class LevelsShape {
  @Whole(1, 10_000, '（分）') medium: number;
  @Whole(1, 10_000, '（分）') high: number;
  @Whole(1, 10_000, '（分）') major: number;
}

class LookersShape {
  @OneOf(RISK_LOOKERS) low: RiskLooker;
  @OneOf(RISK_LOOKERS) medium: RiskLooker;
  @OneOf(RISK_LOOKERS) high: RiskLooker;
  @OneOf(RISK_LOOKERS) major: RiskLooker;
}

export class RiskShape implements RiskRules {
  @Section(() => StepsShape) steps: StepsShape;
  @Whole(0, 1000, '（分）') group: number;
  @Section(() => MediaShape) media: MediaShape;
  @Section(() => HealthShape) health: HealthShape;
  @Section(() => LevelsShape) levels: LevelsShape;
  @Section(() => LookersShape) lookers: LookersShape;
}
