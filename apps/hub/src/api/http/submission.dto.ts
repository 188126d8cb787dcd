import { KINDS, SECRECIES, type Kind, type Secrecy } from '@hub/domain';
import { OptionalOneOf, OptionalText, Text } from './validation';

/** What is told of a submission at whichever door somebody enters it for the citizen. */
export class SubmissionDto {
  @OptionalOneOf(KINDS)
  kind?: Kind;

  @OptionalText(120)
  subject?: string;

  @Text(1, 20_000)
  text: string;

  @OptionalOneOf(SECRECIES)
  secrecy?: Secrecy;

  @OptionalText(60)
  name?: string;

  @OptionalText(40)
  phone?: string;

  @OptionalText(190)
  email?: string;

  @OptionalText(200)
  address?: string;

  @OptionalText(18)
  idNumber?: string;

  @OptionalText(190)
  place?: string;

  @OptionalText(40)
  street?: string;

  /** The number that it has in the system it comes from; by it too it is registered once. */
  @OptionalText(78)
  outsideNumber?: string;
}
