import { MAX_COPIES } from '@hub/casework';
import { AUDIENCES, type Audience } from '@hub/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional } from 'class-validator';
import { OneOf, OptionalFlag, OptionalOneOf, OptionalParts, OptionalText, OptionalWhole, Parts, Text } from '../http/validation';
import { ActDto } from './acts.dto';

export class LeavingPartDto {
  @Text(1, 300)
  where: string;

  @OptionalText(20_000)
  text: string;
}

export class LeakCheckDto {
  @OneOf(AUDIENCES)
  audience: Audience;

  @Parts(() => LeavingPartDto, 40)
  parts: LeavingPartDto[];

  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray({ message: '请写成附件编号的列表' })
  @ArrayMaxSize(MAX_COPIES, { message: `最多 ${MAX_COPIES} 个附件` })
  @IsInt({ each: true, message: '请写附件编号' })
  attachments?: number[];
}

export class LeakReviewDto extends ActDto {
  @OneOf(['ask', 'allow', 'refuse'])
  decision: 'ask' | 'allow' | 'refuse';

  @OptionalOneOf(AUDIENCES)
  audience?: Audience;

  @OptionalParts(() => LeavingPartDto, 40)
  parts?: LeavingPartDto[];

  @OptionalWhole(1, 2_000_000_000)
  id?: number;

  @OptionalText(1000)
  reason?: string;
}

export class DraftDto extends ActDto {
  @OptionalText(20_000)
  text: string;

  @OptionalFlag()
  submit?: boolean;

  @OptionalWhole(0, 2_000_000_000)
  base?: number;
}

export class ApprovalDto extends ActDto {
  @OneOf(['pass', 'send-back'])
  decision: 'pass' | 'send-back';

  @OptionalText(1000)
  reason?: string;

  @OptionalText(1000)
  leakReason?: string;
}
