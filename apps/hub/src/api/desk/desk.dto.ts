import { BOXES, type Box } from '@hub/domain';
import {
  Moment,
  OneOf,
  OptionalMoment,
  OptionalParts,
  OptionalText,
  OptionalTexts,
  OptionalUuid,
  OptionalWhole,
  Text,
  Whole,
} from '../http/validation';
import { SubmissionDto } from '../http/submission.dto';

class RepresentativeDto {
  @Text(0, 60)
  name: string;

  @Text(0, 40)
  phone: string;
}

export class DeskEntryDto extends SubmissionDto {
  /** One of the sources in use, by its name. */
  @Text(1, 58)
  source: string;

  @OptionalMoment()
  receivedAt?: string;

  /** More than may speak are taken in and refused by the rule, which says what would work. */
  @OptionalParts(() => RepresentativeDto, 50)
  representatives?: RepresentativeDto[];

  @OptionalTexts(20, 200)
  details?: Record<string, string>;

  @OptionalWhole(1, 2_000_000_000)
  openingId?: number;

  /** The draft that it was written as. */
  @OptionalUuid()
  draft?: string;
}

/** In the body, never in an address: addresses stand in logs. */
export class CallerDto {
  @Text(1, 40)
  phone: string;
}

/** In a body and never in an address, which logs would keep. */
export class SimilarDto {
  @OptionalText(120)
  subject?: string;

  @OptionalText(60_000)
  text?: string;

  @OptionalText(190)
  place?: string;

  @OptionalText(40)
  street?: string;

  @OptionalText(20)
  topic?: string;
}

export class DraftDto {
  /** The page's own JSON. */
  @Text(2, 45_000)
  form: string;
}

export class BoxOpeningDto {
  @OneOf(BOXES)
  source: Box;

  @Text(1, 120)
  place: string;

  @Moment()
  openedAt: string;

  /** As counted by both. */
  @Whole(0, 10_000)
  items: number;

  @OptionalText(500)
  note?: string;

  @Whole(1, 2_000_000_000)
  secondId: number;
}

export class SignatureDto {
  @OptionalText(60)
  account?: string;

  @OptionalText(200)
  password?: string;
}
