import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import { IsOptional, ValidateBy, ValidateNested } from 'class-validator';
import { isTree } from './tree';

const all =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

const shown = (value: unknown): string => {
  const text = Array.isArray(value) ? value.map(String).join('、') : isTree(value) ? '一组设置' : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** The one kind of check: what is wanted, in words that complete “…”不是. */
export const Wants = (wanted: string, holds: (value: unknown) => boolean, secret = false): PropertyDecorator =>
  ValidateBy({
    name: 'wants',
    validator: {
      validate: holds,
      defaultMessage: (args) => {
        const value: unknown = args?.value;
        // Chinese typesetting: a space between Chinese and what is not.
        const space = /^[\w(]/.test(wanted) ? ' ' : '';
        if (value === undefined) return `没有写，请写${space}${wanted}。`;
        return `${secret ? '' : `“${shown(value)}”`}不是${space}${wanted}。`;
      },
    },
  });

export const Optional = IsOptional;

/** A number given by `${NAME}` comes as text. */
export const Whole = (min: number, max: number, unit = ''): PropertyDecorator =>
  all(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value)),
    Wants(`${min} 到 ${max} 的整数${unit}`, (value) => Number.isInteger(value) && Number(value) >= min && Number(value) <= max),
  );

export const YesNo = (): PropertyDecorator => Wants('true 或 false', (value) => typeof value === 'boolean');

const isLine = (value: unknown, max: number): value is string =>
  // eslint-disable-next-line no-control-regex -- a line holds no controls
  typeof value === 'string' && value.trim() !== '' && value.length <= max && !/[\u0000-\u001f\u007f]/.test(value);

export const Line = (max = 120): PropertyDecorator =>
  Wants(`一行文字（${max} 字以内；全是数字的要加引号）`, (value) => isLine(value, max));

/** Never repeated in a fault. */
export const Secret = (): PropertyDecorator =>
  Wants('一段文字（全是数字的要加引号）', (value) => typeof value === 'string' && value !== '', true);

/** Text of several lines; controls other than tab and newline would not print. */
export const Paragraphs = (max: number): PropertyDecorator =>
  Wants(
    `一段文字（${max} 字以内）`,
    (value) =>
      typeof value === 'string' &&
      value.trim() !== '' &&
      value.length <= max &&
      // eslint-disable-next-line no-control-regex -- these are the characters that do not print
      !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(value),
  );

export const Lines = (max = 60): PropertyDecorator =>
  Wants(
    `一项以上的文字，如 [甲, 乙]（每项 ${max} 字以内）`,
    (value) => isFull(value) && value.every((item) => isLine(item, max)),
  );

const isFull = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;

export const OneOf = (options: readonly string[]): PropertyDecorator =>
  Wants(options.join('、') + ' 中的一个', (value) => options.includes(value as string));

export const SomeOf = (options: readonly string[]): PropertyDecorator =>
  Wants(
    `这些里的一项以上：${options.join('、')}`,
    (value) => isFull(value) && value.every((item) => options.includes(item as string)),
  );

export const AnyOf = (options: readonly string[]): PropertyDecorator =>
  Wants(
    `[] 或这些里的几项：${options.join('、')}`,
    (value) => Array.isArray(value) && value.every((item) => options.includes(item as string)),
  );

export const Id = (): PropertyDecorator =>
  Wants('小写英文开头、由小写英文、数字和“-”组成的名字（40 字以内）', (value) => /^[a-z][a-z0-9-]{0,39}$/.test(String(value)));

const EMAIL =
  /^[A-Za-z0-9!#$%&'*/=?^_`{|}~+-]+(?:\.[A-Za-z0-9!#$%&'*/=?^_`{|}~+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
export const Email = (): PropertyDecorator =>
  Wants('一个邮箱地址', (value) => typeof value === 'string' && value.length <= 190 && EMAIL.test(value));

export const Host = (): PropertyDecorator =>
  Wants(
    '主机名或 IP 地址',
    (value) => typeof value === 'string' && /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,250}[A-Za-z0-9])?$/.test(value),
  );

export const Web = (): PropertyDecorator =>
  Wants('http:// 或 https:// 开头的网址', (value) => {
    if (typeof value !== 'string' || !URL.canParse(value)) return false;
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && !username && !password;
  });

export const Section = (of: () => new () => object): PropertyDecorator =>
  all(Type(of), ValidateNested(), Wants('一组设置', isTree));

export const Items = (of: () => new () => object): PropertyDecorator =>
  all(
    Type(of),
    ValidateNested({ each: true }),
    Wants('由“- ”开头的若干项设置', (value) => Array.isArray(value) && value.every(isTree)),
  );
