import { applyDecorators, ValidationPipe } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Fault } from '@hub/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
  type ValidationError,
} from 'class-validator';

/** A body or query that is not as the description says; each field with what would work. */
export class InvalidBody extends Fault {
  constructor(readonly fields: readonly { field: string; message: string }[]) {
    super(
      'invalid',
      'invalid',
      fields[0] ? `${fields[0].field}：${fields[0].message}` : '内容不对。',
      '请按各项的提示改正后再提交。',
    );
  }
}

/** Unknown fields are refused, not dropped: a misspelt one must not look as if it had worked. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidBody(errors.flatMap((error) => flatten(error, ''))),
  });

function flatten(error: ValidationError, above: string): { field: string; message: string }[] {
  const field = above + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? '没有这一项' : message,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, `${field}.`))];
}

/** Text of a given length, in characters. */
export const Text = (min: number, max: number) =>
  applyDecorators(
    ApiProperty({ type: String, minLength: min, maxLength: max }),
    IsString({ message: '请写文字' }),
    Length(min, max, { message: min > 0 ? `请填写，最多 ${max} 个字` : `最多 ${max} 个字` }),
    ...(min > 0 ? [Matches(/\S/, { message: '请填写' })] : []),
  );
export const OptionalText = (max: number) =>
  applyDecorators(
    ApiPropertyOptional({ type: String, maxLength: max }),
    IsOptional(),
    IsString({ message: '请写文字' }),
    Length(0, max, { message: `最多 ${max} 个字` }),
  );
/** Some of a list, each once. */
export const ManyOf = (values: readonly string[]) =>
  applyDecorators(
    ApiProperty({ enum: [...values], isArray: true }),
    IsArray({ message: '请写成列表' }),
    ArrayNotEmpty({ message: `至少选一项：${values.join('、')}` }),
    ArrayMaxSize(values.length, { message: `最多 ${values.length} 项` }),
    IsIn([...values], { each: true, message: `只能是 ${values.join('、')}` }),
  );
export const OneOf = (values: readonly string[]) =>
  applyDecorators(ApiProperty({ enum: [...values] }), IsIn([...values], { message: `只能是 ${values.join('、')}` }));
export const OptionalOneOf = (values: readonly string[]) =>
  applyDecorators(
    ApiPropertyOptional({ enum: [...values] }),
    IsOptional(),
    IsIn([...values], { message: `只能是 ${values.join('、')}` }),
  );
export const OptionalWhole = (min: number, max: number) =>
  applyDecorators(
    ApiPropertyOptional({ type: Number, minimum: min, maximum: max }),
    IsOptional(),
    // Whoever says that there is none means the same as who says nothing.
    Transform(({ value }: { value: unknown }) => (value === null || value === undefined ? undefined : Number(value))),
    IsInt({ message: '请写整数' }),
    Min(min, { message: `最小 ${min}` }),
    Max(max, { message: `最大 ${max}` }),
  );
export const Whole = (min: number, max: number) =>
  applyDecorators(
    ApiProperty({ type: Number, minimum: min, maximum: max }),
    Type(() => Number),
    IsInt({ message: '请写整数' }),
    Min(min, { message: `最小 ${min}` }),
    Max(max, { message: `最大 ${max}` }),
  );
export const Flag = () => applyDecorators(ApiProperty({ type: Boolean }), IsBoolean({ message: '只能是 true 或 false' }));
export const OptionalFlag = () =>
  applyDecorators(ApiPropertyOptional({ type: Boolean }), IsOptional(), IsBoolean({ message: '只能是 true 或 false' }));
const isTexts = (most: number, longest: number) => (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= most &&
  Object.entries(value).every(([key, text]) => key.length <= 40 && typeof text === 'string' && text.length <= longest);
/** Short texts by their keys; which keys there may be, a rule says. */
export const TextsByKey = (most: number, longest: number) =>
  applyDecorators(
    ApiProperty({ type: Object, additionalProperties: { type: 'string', maxLength: longest } }),
    ValidateBy(
      { name: 'texts', validator: { validate: isTexts(most, longest) } },
      { message: `请写成 {"项": "内容"}，最多 ${most} 项，每项最多 ${longest} 个字` },
    ),
  );
export const OptionalTexts = (most: number, longest: number) => applyDecorators(IsOptional(), TextsByKey(most, longest));

const UUID = applyDecorators(ApiPropertyOptional({ format: 'uuid' }), IsUUID('all', { message: '请用 UUID' }));
/** A key that the page makes. */
export const OptionalUuid = () => applyDecorators(IsOptional(), UUID);
const MOMENT = { message: '请写成 2026-11-24T09:30:00+08:00 这样的时间' };
export const Moment = () => applyDecorators(ApiProperty({ format: 'date-time' }), IsISO8601({ strict: true }, MOMENT));
export const OptionalMoment = () =>
  applyDecorators(ApiPropertyOptional({ format: 'date-time' }), IsOptional(), IsISO8601({ strict: true }, MOMENT));
const DAY = [/^\d{4}-\d{2}-\d{2}$/, { message: '请写成 2026-11-24 这样的日期' }] as const;
export const DayField = () =>
  applyDecorators(ApiProperty({ format: 'date' }), Matches(...DAY), IsISO8601({ strict: true }, DAY[1]));
export const OptionalDay = () =>
  applyDecorators(ApiPropertyOptional({ format: 'date' }), IsOptional(), Matches(...DAY), IsISO8601({ strict: true }, DAY[1]));
export const Names = (max: number) =>
  applyDecorators(
    ApiProperty({ type: [String] }),
    IsArray({ message: '请写成名单' }),
    ArrayMaxSize(max, { message: `最多 ${max} 人` }),
    IsString({ each: true, message: '请写姓名' }),
    Length(1, 30, { each: true, message: '姓名 1 到 30 个字' }),
  );

/** Lines, each of which says something. */
export const Texts = (most: number, longest: number) =>
  applyDecorators(
    ApiProperty({ type: [String], minItems: 1, maxItems: most }),
    IsArray({ message: '请写成列表' }),
    ArrayMinSize(1, { message: '至少一项' }),
    ArrayMaxSize(most, { message: `最多 ${most} 项` }),
    Matches(/\S/, { each: true, message: '有一项是空的' }),
    Length(1, longest, { each: true, message: `每项最多 ${longest} 个字` }),
  );

/** Things of one shape, each checked like a body of its own. */
export const Parts = (of: () => new () => object, max: number) =>
  applyDecorators(
    ApiProperty({ type: of, isArray: true, maxItems: max }),
    IsArray({ message: '请写成列表' }),
    ArrayMaxSize(max, { message: `最多 ${max} 项` }),
    ValidateNested({ each: true }),
    Type(of),
  );
export const OptionalParts = (of: () => new () => object, max: number) => applyDecorators(IsOptional(), Parts(of, max));

/** A field that only some uses of a body need, or a fault that names it with what to write. */
export function wanted<T extends object, K extends keyof T & string>(body: T, field: K, message: string): NonNullable<T[K]> {
  const value = body[field];
  if (value === undefined || value === null || (typeof value === 'string' && !value.trim()))
    throw new InvalidBody([{ field, message }]);
  return value;
}
