import { LOG_FIELDS, type LogField } from '@hub/domain';
import { OptionalOneOf, Parts, Text, Whole } from '../http/validation';

export class HandInDto {
  /** The door in full, e.g. 纠风热线. */
  @Text(1, 58)
  source: string;

  /** The file's name with its ending. */
  @Text(1, 200)
  name: string;
}

export class ImportStartDto {
  @Whole(1, 1_000_000_000)
  version: number;
}

export class ColumnChoiceDto {
  @Text(1, 60)
  heading: string;

  /** Nothing is taken from it where this is null. */
  @OptionalOneOf(LOG_FIELDS)
  field: LogField | null = null;
}

export class ImportColumnsDto extends ImportStartDto {
  @Parts(() => ColumnChoiceDto, 200)
  columns: ColumnChoiceDto[];
}
