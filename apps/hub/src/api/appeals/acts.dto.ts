import { CONTACT_OUTCOMES, type ContactOutcome } from '@hub/domain';
import {
  DayField,
  Moment,
  Names,
  OneOf,
  OptionalFlag,
  OptionalMoment,
  OptionalText,
  OptionalWhole,
  Text,
} from '../http/validation';

/** Every act may carry the version of the view it was decided on. */
export class ActDto {
  @OptionalWhole(1, 2_000_000_000)
  version?: number;
}

export class AssignmentDto extends ActDto {
  @Text(1, 40)
  unitId: string;

  @OptionalWhole(1, 2_000_000_000)
  handlerId?: number;

  @OptionalText(1000)
  note?: string;
}

/** An act that asks for nothing but a reason. */
export class ReasonDto extends ActDto {
  @Text(1, 1000)
  reason: string;
}

export class ContactDto extends ActDto {
  @OptionalMoment()
  at?: string;

  @OneOf(['phone', 'mail', 'visit', 'message'])
  method: 'phone' | 'mail' | 'visit' | 'message';

  @OneOf(CONTACT_OUTCOMES)
  outcome: ContactOutcome;

  @OptionalText(40)
  called?: string;

  @Text(1, 2000)
  words: string;
}

export class SiteDto extends ActDto {
  @Moment()
  at: string;

  @Names(10)
  officers: string[];

  @Text(1, 190)
  place: string;

  @Text(1, 15_000)
  findings: string;
}

export class QuestionDto extends ActDto {
  @Text(1, 2000)
  text: string;

  @DayField()
  dueOn: string;
}

export class TextDto extends ActDto {
  @Text(1, 15_000)
  text: string;
}

export class ClosingDto extends ActDto {
  @OptionalFlag()
  archive?: boolean;

  @OptionalText(1000)
  note?: string;
}
