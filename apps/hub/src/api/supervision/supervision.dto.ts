import { ORDER_STATES, SUPERVISION_GROUNDS, type OrderState, type SupervisionGround } from '@hub/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional } from 'class-validator';
import { ActDto } from '../appeals/acts.dto';
import { OneOf, OptionalDay, OptionalOneOf, OptionalText, OptionalWhole } from '../http/validation';

const DECISIONS = ['issue', 'dismiss', 'answer', 'remind', 'close'] as const;

export class SupervisionDto extends ActDto {
  @OneOf(DECISIONS)
  decision: (typeof DECISIONS)[number];

  @OptionalOneOf(SUPERVISION_GROUNDS)
  ground?: SupervisionGround;

  @OptionalText(1000)
  reason?: string;

  @OptionalText(2000)
  demand?: string;

  @OptionalDay()
  dueOn?: string;

  @OptionalText(60)
  orderedBy?: string;

  @OptionalText(60)
  order?: string;

  @OptionalText(15_000)
  text?: string;

  @OptionalText(1000)
  words?: string;
}

export class OrderListDto {
  @OptionalOneOf(ORDER_STATES)
  state?: OrderState;

  @OptionalWhole(1, 200)
  limit?: number;
}

export class NoticeListDto {
  @OptionalOneOf(['yes'])
  unread?: 'yes';

  @OptionalWhole(1, 2_000_000_000)
  before?: number;

  @OptionalWhole(1, 100)
  limit?: number;
}

export class ReadDto {
  /** Which; without it, all. */
  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray({ message: '请写成编号的列表' })
  @ArrayMaxSize(200, { message: '一次最多 200 条' })
  @IsInt({ each: true, message: '请写编号' })
  ids?: number[];
}
