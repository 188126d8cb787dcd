import { ApiPropertyOptional } from '@nestjs/swagger';
import {
  PUBLICATION_STATES,
  TOPICS,
  VERDICTS,
  WITHHELD_REASONS,
  type PublicationState,
  type Topic,
  type Verdict,
  type WithheldReason,
} from '@hub/domain';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Flag, OneOf, OptionalOneOf, OptionalText, OptionalWhole, Text, Whole } from '../http/validation';

export class PublicationsQueryDto {
  @OneOf(PUBLICATION_STATES)
  state: PublicationState;

  @OptionalText(200)
  cursor?: string;

  @OptionalWhole(1, 100)
  limit?: number;
}

class VersionDto {
  @Whole(1, 1_000_000_000)
  version: number;
}

export class WithheldDto {
  @OneOf(WITHHELD_REASONS)
  reason: WithheldReason;

  @Text(0, 400)
  note: string;
}

export class NewPublicationDto {
  /** Number of the appeal. */
  @Text(1, 40)
  appeal: string;

  @ApiPropertyOptional({ type: WithheldDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => WithheldDto)
  withheld?: WithheldDto;
}

export class PublicationWordsDto extends VersionDto {
  @Text(1, 100)
  title: string;

  @OptionalOneOf(TOPICS)
  topic?: Topic | null;

  @OptionalText(30)
  street?: string | null;

  @OneOf(VERDICTS)
  verdict: Verdict;

  @Text(0, 5000)
  facts: string;

  @Text(0, 5000)
  findings: string;

  @Text(0, 5000)
  measures: string;
}

export class WordDto extends VersionDto {
  /** False sends it back, with what is to be changed in `note`. */
  @Flag()
  yes: boolean;

  @OptionalText(400)
  note?: string;
}

export class ApprovalWordDto extends WordDto {
  /** Why what the leak check found may stand. */
  @OptionalText(400)
  leakReason?: string;
}

export class PublicationVersionDto extends VersionDto {}

export class PublicationWithdrawalDto extends VersionDto {
  @Text(1, 400)
  reason: string;
}

export class WithholdingDto extends WithheldDto {
  @Whole(1, 1_000_000_000)
  version: number;
}
