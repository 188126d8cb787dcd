import { TRANSFER_STATES, type TransferState } from '@hub/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { MAX_COPIES } from '@hub/casework';
import { ArrayMaxSize, IsArray, IsInt, IsOptional } from 'class-validator';
import { ActDto } from '../appeals/acts.dto';
import { OptionalDay, OptionalFlag, OptionalOneOf, OptionalText, OptionalWhole } from '../http/validation';

const OUTCOMES = ['out', 'designate', 'receipt', 'objection', 'reply', 'link', 'answer', 'take-back'] as const;

export class TransferDto extends ActDto {
  @OptionalOneOf(OUTCOMES)
  outcome?: (typeof OUTCOMES)[number];

  @OptionalText(40)
  departmentId?: string;

  @OptionalText(15_000)
  summary?: string;

  @OptionalText(480)
  reason?: string;

  @OptionalText(15_000)
  answer?: string;

  @OptionalOneOf(['mail', 'paper'])
  delivery?: 'mail' | 'paper';

  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray({ message: '请写成附件编号的列表' })
  @ArrayMaxSize(MAX_COPIES, { message: `最多 ${MAX_COPIES} 个附件` })
  @IsInt({ each: true, message: '请写附件编号' })
  attachments?: number[];

  @OptionalFlag()
  shareIdentity?: boolean;

  @OptionalText(480)
  consent?: string;

  @OptionalText(60)
  officer?: string;

  @OptionalText(40)
  phone?: string;

  @OptionalDay()
  on?: string;
}

const SHOWN_STATES = [...TRANSFER_STATES, 'undelivered'] as const;

export class TransferListDto {
  @OptionalOneOf(SHOWN_STATES)
  state?: TransferState | 'undelivered';

  @OptionalText(40)
  department?: string;

  /** As `nextCursor` gave it. */
  @OptionalWhole(1, 2_000_000_000)
  cursor?: number;

  @OptionalWhole(1, 200)
  limit?: number;
}
