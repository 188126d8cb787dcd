import { HEALTH, MEDIA, type Health, type Media } from '@hub/domain';
import { ActDto } from '../appeals/acts.dto';
import { OneOf, OptionalFlag, OptionalOneOf, OptionalText, OptionalWhole } from '../http/validation';

export class RiskDto extends ActDto {
  @OneOf(['assess', 'sign'])
  decision: 'assess' | 'sign';

  @OptionalWhole(1, 1_000_000)
  people?: number;

  @OptionalWhole(1, 100_000)
  repeats?: number;

  @OptionalFlag()
  group?: boolean;

  @OptionalWhole(0, 10_000)
  daysLate?: number;

  @OptionalWhole(0, 1000)
  dissatisfied?: number;

  @OptionalOneOf(MEDIA)
  media?: Media;

  @OptionalOneOf(HEALTH)
  health?: Health;

  @OptionalText(2000)
  measures?: string;

  @OptionalText(1000)
  remark?: string;
}
