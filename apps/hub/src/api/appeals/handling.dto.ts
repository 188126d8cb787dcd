import { KINDS, REVIEW_OUTCOMES, TOPICS, TRACKS, type Kind, type ReviewOutcome, type Topic, type Track } from '@hub/domain';
import { OneOf, OptionalDay, OptionalFlag, OptionalOneOf, OptionalText, Text } from '../http/validation';
import { ActDto } from './acts.dto';

export class ClassificationDto extends ActDto {
  @OptionalOneOf(KINDS)
  kind?: Kind;

  @OptionalOneOf(TRACKS)
  track?: Track;

  @OptionalOneOf(TOPICS)
  topic?: Topic;
}

export class AcceptanceDto extends ClassificationDto {
  @OptionalText(1000)
  note?: string;
}

export class ReclassificationDto extends ClassificationDto {
  @Text(1, 1000)
  reason: string;
}

export class NonAcceptanceDto extends ActDto {
  @OptionalOneOf(['propose', 'refuse', 'decline'])
  decision?: 'propose' | 'refuse' | 'decline';

  @OptionalText(500)
  ground?: string;

  @OptionalText(500)
  rightPath?: string;

  @OptionalText(60)
  consentBy?: string;

  @OptionalText(1000)
  reason?: string;
}

export class ReturnDto extends ActDto {
  @OptionalOneOf(['confirm', 'refuse'])
  decision?: 'confirm' | 'refuse';

  @Text(1, 1000)
  reason: string;
}

export class CoHandlingDto extends ActDto {
  @OptionalOneOf(['add', 'answer', 'release'])
  decision?: 'add' | 'answer' | 'release';

  @OptionalText(40)
  unitId?: string;

  @OptionalText(1000)
  demand?: string;

  @OptionalDay()
  dueOn?: string;

  @OptionalText(15_000)
  text?: string;

  @OptionalText(1000)
  reason?: string;
}

export class ReopeningDto extends ActDto {
  @OneOf(['request', 'grant', 'refuse'])
  decision: 'request' | 'grant' | 'refuse';

  @Text(1, 1000)
  reason: string;

  @OptionalText(40)
  unitId?: string;
}

export class ReviewDto extends ActDto {
  @OneOf(['ask', 'decide'])
  decision: 'ask' | 'decide';

  @OptionalText(120)
  authority?: string;

  @OptionalDay()
  askedOn?: string;

  @OptionalText(2000)
  ground?: string;

  @OptionalDay()
  decidedOn?: string;

  @OptionalOneOf(REVIEW_OUTCOMES)
  outcome?: ReviewOutcome;

  @OptionalText(2000)
  words?: string;
}

export class WithdrawalDto extends ActDto {
  @Text(1, 1000)
  reason: string;

  @OptionalFlag()
  exOfficio?: boolean;
}
