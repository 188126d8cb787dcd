import { KINDS, SECRECIES, type Kind, type Secrecy } from '@hub/domain';
import type { ApiForm } from '@hub/casework';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { OptionalOneOf, OptionalText, Text } from '../http/validation';

/** The same names as in an entry at the desk. */
export class IntakeDto {
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

  /** The number that it has in the system that hands it in; by it too it is registered once. */
  @OptionalText(78)
  outsideNumber?: string;

  /** The day, or the moment, on which that system received it: day 0 of the promise. */
  @OptionalText(40)
  receivedAt?: string;
}

/** For the description only: the files of a multipart request. */
export class IntakeFormDto extends IntakeDto {
  @ApiPropertyOptional({ type: 'array', items: { type: 'string', format: 'binary' }, maxItems: 10 })
  files?: unknown;
}

export const formOf = (body: IntakeDto): ApiForm => ({
  subject: body.subject ?? '',
  text: body.text,
  kind: body.kind ?? null,
  secrecy: body.secrecy ?? null,
  name: body.name ?? '',
  phone: body.phone ?? '',
  email: body.email ?? '',
  address: body.address ?? '',
  ...(body.idNumber ? { idNumber: body.idNumber } : {}),
  place: body.place ?? '',
  street: body.street ?? null,
  outsideNumber: body.outsideNumber ?? null,
  receivedAt: body.receivedAt || null,
});
