import { REPLY_DELIVERIES, type ReplyDelivery, type WaivedMilestone } from '@hub/domain';
import { OneOf, OptionalDay, OptionalFlag, OptionalOneOf, OptionalText, Text } from '../http/validation';
import { ActDto } from './acts.dto';

export class WaiverDto extends ActDto {
  @OneOf(['contact', 'site'])
  milestone: WaivedMilestone;

  @Text(1, 60)
  reason: string;

  @OptionalText(1000)
  remark?: string;
}

export class ExtensionDto extends ActDto {
  @OneOf(['ask', 'approve', 'refuse'])
  decision: 'ask' | 'approve' | 'refuse';

  @OptionalText(500)
  reason?: string;

  @OptionalDay()
  newDueOn?: string;

  @OptionalText(1000)
  words?: string;
}

export class SupplementDto extends ActDto {
  @Text(1, 15_000)
  text: string;

  @OptionalFlag()
  none?: boolean;
}

export class ReplyDto extends ActDto {
  @OptionalOneOf(REPLY_DELIVERIES)
  delivery?: ReplyDelivery;

  @OptionalText(1000)
  note?: string;

  @OptionalFlag()
  otherwise?: boolean;
}
