import { Fault } from '../errors';
import { LOG_FIELDS, type ColumnNames, type LogField, type LogSurvey } from './log';

/** From its preview an import is started once; the worker takes it up, and a worker that died is followed by the next. */
export const IMPORT_STATES = ['preview', 'waiting', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What is taken from a column: a field, or nothing. */
export interface ColumnChoice {
  readonly heading: string;
  readonly field: LogField | null;
}

/** What became of an import's rows. */
export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  /** Registered rows that wait for a person. */
  readonly waiting: number;
  readonly rejected: number;
}

/** A person's choices as the headings that a log's reader asks for. */
export function columnNames(choices: readonly ColumnChoice[]): ColumnNames {
  const of = (field: LogField | null) => choices.filter((one) => one.field === field).map(({ heading }) => heading);
  const named = [...LOG_FIELDS, 'none' as const].map((field) => [field, of(field === 'none' ? null : field)] as const);
  return Object.fromEntries(named.filter(([, headings]) => headings.length > 0));
}

/** Later words about a heading go before earlier ones. */
export function corrected(earlier: readonly ColumnChoice[], later: readonly ColumnChoice[]): ColumnChoice[] {
  const said = new Set(later.map(({ heading }) => heading));
  return [...later, ...earlier.filter(({ heading }) => !said.has(heading))];
}

/** The columns of all sheets that are taken, once by heading. */
export function layoutOf(survey: LogSurvey): ColumnChoice[] {
  const columns = survey.sheets.filter(({ taken }) => taken).flatMap((sheet) => sheet.columns);
  const first = new Map<string, ColumnChoice>();
  for (const { heading, field } of columns) if (heading && !first.has(heading)) first.set(heading, { heading, field });
  return [...first.values()];
}

/** What a row's fault is about, whichever row it is and whatever it says, so that faults can be counted. */
export const faultKind = (reason: string): string =>
  reason.replace(/^(?:“[^”]*”)?第 \d+ 行/, '').replace(/^(“[^”]*”)是“[^”]*”，/, '$1里写的');

/** A person may correct columns and start only what nobody has started. */
export function refuseStarted(state: ImportState): void {
  if (state !== 'preview') throw new Fault('refused', 'import-started', '这次导入已经开始了。', '要改列的对应，请重新上传文件。');
}
