import { LOG_FIELD_NAMES } from '../words/log-words';
import type { LogField } from './log';

/** What a row of a log says in one place, before and now. Empty where it says nothing. */
export interface RowChange {
  /** The field's name, or the heading of a column that is no field. */
  readonly name: string;
  /** Null for a heading. */
  readonly field: LogField | null;
  readonly before: string;
  readonly after: string;
}

const FIELD_OF_KEY: Readonly<Record<string, LogField>> = { outsideNumber: 'number' };
/** Where a row stands and what we remarked on it is nothing that it says. */
const NOT_SAID: readonly string[] = ['row', 'remarks', 'others'];

const parsed = (record: string): Record<string, unknown> => {
  const value: unknown = JSON.parse(record);
  return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
};

/** What two records of one row say differently, given as JSON. Signs that were only lost in an older encoding are no change. */
export function rowChanges(before: string, after: string): RowChange[] {
  const [old, now] = [parsed(before), parsed(after)];
  const keys = Object.keys(LOG_FIELD_NAMES)
    .concat('outsideNumber')
    .filter((key) => !NOT_SAID.includes(key));
  const fields = keys.map((key) => {
    const field = FIELD_OF_KEY[key] ?? (key as LogField);
    return { name: LOG_FIELD_NAMES[field], field, before: said(old[key]), after: said(now[key]) };
  });
  const [oldOthers, others] = [old['others'], now['others']].map((one) => (one ?? {}) as Record<string, unknown>);
  const headings = [...new Set([...Object.keys(oldOthers!), ...Object.keys(others!)])].sort();
  const rest = headings.map((name) => ({ name, field: null, before: said(oldOthers![name]), after: said(others![name]) }));
  return [...fields, ...rest].filter((one) => one.before !== one.after && !onlyLost(one.before, one.after));
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** GBK writes `?` for signs that it lacks: the words around them are the same. */
function onlyLost(before: string, after: string): boolean {
  const [full, torn] = after.includes('?') ? [before, after] : [after, before];
  if (!torn.includes('?')) return false;
  let at = 0;
  for (const [index, piece] of torn.split(/\s*\?[\s?]*/).entries()) {
    const next = index === 0 ? (full.startsWith(piece) ? 0 : -1) : full.indexOf(piece, at);
    const between = index === 0 ? '' : full.slice(at, next);
    // Only signs without which a text says the same, and those that GBK has not.
    if (next < 0 || /[\u4e00-\u9fa5A-Za-z0-9]/.test(between)) return false;
    at = next + piece.length;
  }
  return !/[\u4e00-\u9fa5A-Za-z0-9]/.test(full.slice(at));
}
