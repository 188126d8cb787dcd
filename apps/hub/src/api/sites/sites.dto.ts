import { ActDto } from '../appeals/acts.dto';
import { DayField, OptionalOneOf, OptionalText, OptionalWhole, Text } from '../http/validation';

/** One that is known, by its id; or what it is called. */
export class SiteChoiceDto extends ActDto {
  @OptionalWhole(1, 2_000_000_000)
  siteId?: number;

  @OptionalText(60)
  name?: string;

  @OptionalText(190)
  address?: string;

  @OptionalText(40)
  street?: string;
}

export class SitesQueryDto {
  /** The beginning of a name or address. */
  @OptionalText(60)
  q?: string;

  @OptionalWhole(1, 100)
  limit?: number;
}

export class MeasureDto {
  @Text(1, 2000)
  measure: string;

  @Text(1, 60)
  owner: string;

  @DayField()
  dueOn: string;
}

export class ProofDto {
  @Text(1, 2000)
  proof: string;

  /** SHA-256 of a file that the hub keeps. */
  @OptionalText(64)
  proofHash?: string;
}

export class CompletionDto extends ProofDto {
  @Text(1, 2000)
  measure: string;
}

export class TasksQueryDto {
  @OptionalOneOf(['open', 'done'])
  state?: 'open' | 'done';
}
