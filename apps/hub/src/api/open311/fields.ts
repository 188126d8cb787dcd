import { Fault } from '@hub/domain';

/** Query or form as it came: names as they stand, values once or several times. */
export type Given = Readonly<Record<string, unknown>>;

export const wrong = (message: string, hint: string): Fault => new Fault('invalid', 'georeport', message, hint);

/** One value; an empty one is as if it were not there (GeoReport v2, Optional Arguments). */
export function one(given: Given, name: string, most = 500): string {
  const value = given[name];
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw wrong(`${name} 写了不止一次。`, '请只写一次。');
  if ([...value].length > most) throw wrong(`${name} 太长。`, `最多 ${most} 个字。`);
  return value.trim();
}

/** Values between commas, or given several times. */
export function many(given: Given, name: string): string[] {
  const value = given[name];
  const texts = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
  const values = texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter(Boolean);
  if (values.length > 100) throw wrong(`${name} 一次最多 100 个。`, '请分几次查。');
  return [...new Set(values)];
}
