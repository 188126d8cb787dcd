import {
  REVISIT_METHODS,
  REVISIT_STATES,
  SOLVED,
  TRY_OUTCOMES,
  type RevisitMethod,
  type RevisitState,
  type Scores,
  type Solved,
  type TryOutcome,
} from '@hub/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { ActDto } from '../appeals/acts.dto';
import { OneOf, OptionalDay, OptionalMoment, OptionalOneOf, OptionalText, OptionalWhole } from '../http/validation';

/** The five dimensions, 1 to 5 each; null or left out for 不了解. */
export class ScoresDto implements Partial<Scores> {
  @OptionalWhole(1, 5)
  efficiency?: number;

  @OptionalWhole(1, 5)
  openness?: number;

  @OptionalWhole(1, 5)
  charges?: number;

  @OptionalWhole(1, 5)
  service?: number;

  @OptionalWhole(1, 5)
  integrity?: number;
}

const OUTCOMES = ['plan', 'try', 'satisfied', 'unsatisfied'] as const;

export class RevisitDto extends ActDto {
  @OneOf(OUTCOMES)
  outcome: (typeof OUTCOMES)[number];

  @OptionalDay()
  dueOn?: string;

  @OptionalOneOf(TRY_OUTCOMES)
  result?: TryOutcome;

  @OptionalMoment()
  at?: string;

  @OptionalOneOf(REVISIT_METHODS)
  method?: RevisitMethod;

  @OptionalOneOf(SOLVED)
  solved?: Solved;

  @ApiPropertyOptional({ type: ScoresDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ScoresDto)
  scores?: ScoresDto;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray({ message: '请写成列表' })
  @ArrayMaxSize(30, { message: '最多 30 项' })
  @IsString({ each: true, message: '请写文字' })
  @Length(0, 1000, { each: true, message: '每项最多 1000 个字' })
  answers?: string[];

  @OptionalText(2000)
  words?: string;
}

export class RevisitListDto {
  @OptionalOneOf(REVISIT_STATES)
  state?: RevisitState;

  @OptionalWhole(1, 200)
  limit?: number;
}
