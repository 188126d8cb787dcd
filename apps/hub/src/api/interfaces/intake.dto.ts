import type { ApiForm } from '@hub/casework';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { SubmissionDto } from '../http/submission.dto';
import { OptionalText } from '../http/validation';

/** The same names as in an entry at the desk. */
export class IntakeDto extends SubmissionDto {
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
