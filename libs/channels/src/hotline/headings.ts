import { LOG_FIELDS, type ColumnNames, type LogField } from '@hub/domain';
import type { Cell } from './cell';
import { COUNTER_HEADINGS, LAST_RESORT, USUAL_HEADINGS } from './fields';

/** A header row, understood. Columns of a field stand in the order in which they are asked. */
export interface Columns {
  readonly of: ReadonlyMap<LogField, readonly number[]>;
  readonly fields: ReadonlyMap<number, LogField>;
  readonly headings: ReadonlyMap<number, string>;
  /** Why a column is taken for its field, in Chinese. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly counters: ReadonlySet<number>;
  /** The text is taken from a column that is not meant for it. */
  readonly makeshift: boolean;
}

/** Headings are the same whatever their width, case, spaces, punctuation and brackets. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** `来电时间（必填）` is also asked for as `来电时间`. */
const withoutBrackets = (heading: string): string =>
  plainHeading(heading.normalize('NFKC').replace(/[([【〔<《].*?[)\]】〕>》]/g, ''));

export function matchHeadings(cells: ReadonlyMap<number, Cell>, own: ColumnNames = {}): Columns {
  const headings = new Map([...cells].map(([at, cell]) => [at, cell.text.replace(/\s+/g, '').slice(0, 60)]));
  const free = new Set(headings.keys());
  const of = new Map<LogField, number[]>();

  const reasons = new Map<number, string>();
  const take = (field: LogField, at: number, reason: string) => {
    const first = of.get(field)?.[0];
    of.set(field, [...(of.get(field) ?? []), at]);
    reasons.set(at, first === undefined ? reason : `${reason}，“${headings.get(first)!}”空着时用它`);
  };

  const claim = (field: LogField, wanted: readonly string[], whose: string) => {
    for (const form of [plainHeading, withoutBrackets])
      for (const want of wanted)
        for (const at of [...free].sort((a, b) => a - b)) {
          if (form(headings.get(at)!) !== plainHeading(want)) continue;
          free.delete(at);
          take(field, at, `${whose}“${want}”`);
        }
  };
  const none = new Set((own.none ?? []).map(plainHeading));
  const unwanted = (at: number) => none.has(plainHeading(headings.get(at)!));
  for (const at of headings.keys()) if (unwanted(at)) free.delete(at);
  // The office's own words take their columns before the usual ones may.
  for (const field of LOG_FIELDS) claim(field, own[field] ?? [], '设置里写明的');
  const settled = new Set(of.keys());
  for (const field of LOG_FIELDS) if (!settled.has(field)) claim(field, USUAL_HEADINGS[field], '常用的名称');

  const standIns = [...headings].filter(([at, heading]) => !unwanted(at) && LAST_RESORT.includes(plainHeading(heading)));
  const makeshift = !of.has('text') && standIns.length > 0;
  if (makeshift) for (const [at] of standIns) take('text', at, '没有来件内容一栏，用它代替');
  const counters = [...headings].filter(([, heading]) =>
    COUNTER_HEADINGS.some((one) => plainHeading(one) === withoutBrackets(heading)),
  );
  const fields = new Map([...of].flatMap(([field, all]) => all.map((at) => [at, field] as const)));
  return { of, fields, headings, reasons, counters: new Set(counters.map(([at]) => at)), makeshift };
}

/** How much of a header a row is: fields understood, none without a text. */
export function headerScore(cells: ReadonlyMap<number, Cell>, own?: ColumnNames): number {
  const columns = matchHeadings(cells, own);
  return columns.of.has('text') ? columns.of.size : 0;
}
