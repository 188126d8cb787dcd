import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Length, ValidateBy } from 'class-validator';
import { SiteDto } from '../appeals/acts.dto';
import { OptionalFlag, OptionalText, OptionalWhole, Text } from '../http/validation';

const Numbers = () =>
  applyDecorators(
    ApiProperty({ type: [String] }),
    IsArray({ message: '请写成来件编号的名单' }),
    ArrayMinSize(1, { message: '至少写一件' }),
    ArrayMaxSize(100, { message: '一次最多 100 件' }),
    IsString({ each: true, message: '请写来件编号' }),
    Length(1, 40, { each: true, message: '来件编号不对' }),
  );

const isTextByNumber = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((text) => typeof text === 'string' && text.trim() !== '' && text.length <= 20_000);

const TextByNumber = () =>
  applyDecorators(
    ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } }),
    IsOptional(),
    ValidateBy({
      name: 'textByNumber',
      validator: { validate: isTextByNumber, defaultMessage: () => '请按来件编号写各自的答复' },
    }),
  );

export class NewMatterDto {
  @OptionalText(120)
  title?: string;

  @Numbers()
  appeals: string[];
}

export class JoinDto {
  @Text(1, 40)
  appeal: string;

  @OptionalText(500)
  reason?: string;
}

export class PartDto {
  @Text(1, 40)
  appeal: string;

  @Text(1, 500)
  reason: string;
}

/** Of an appeal whose number stands in the address. */
export class PartingDto {
  @Text(1, 500)
  reason: string;
}

export class MatterSiteDto extends SiteDto {}

export class MatterDraftDto {
  @Text(1, 20_000)
  text: string;

  @TextByNumber()
  perAppeal?: Record<string, string>;

  @OptionalFlag()
  submit?: boolean;

  @OptionalFlag()
  replace?: boolean;
}

export class MattersQueryDto {
  @OptionalWhole(1, 2_000_000_000)
  site?: number;

  @OptionalText(60)
  q?: string;

  /** The last id of the page above. */
  @OptionalText(20)
  cursor?: string;

  @OptionalWhole(1, 200)
  limit?: number;
}
