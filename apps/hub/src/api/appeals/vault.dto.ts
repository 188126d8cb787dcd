import { SECRECIES, type Secrecy } from '@hub/domain';
import { Type } from 'class-transformer';
import { IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Moment, OneOf, OptionalFlag, OptionalText, Text, Whole } from '../http/validation';
import { ActDto } from './acts.dto';

export class ConsentDto {
  @Text(1, 40)
  how: string;

  @Text(1, 40)
  who: string;

  @Moment()
  at: string;

  @Text(1, 500)
  words: string;
}

export class ConfidentialityDto extends ActDto {
  @OneOf(SECRECIES)
  secrecy: Secrecy;

  @Text(1, 500)
  reason: string;

  @ApiPropertyOptional({ type: ConsentDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => ConsentDto)
  consent?: ConsentDto;
}

export class TargetDto extends ActDto {
  /** Null takes it back. */
  @ValidateIf((_, value) => value !== null)
  @OptionalText(40)
  targetUnitId?: string | null;

  @OptionalFlag()
  aboutConduct?: boolean;

  @Text(1, 500)
  reason: string;
}

export class NamingDto extends ActDto {
  @Whole(1, 2_000_000_000)
  userId: number;

  @Text(1, 500)
  reason: string;

  @OptionalFlag()
  end?: boolean;
}

export class IdentityDto {
  @OptionalText(500)
  reason?: string;
}
