import type { InboundMessage, LogSurvey, OpenLog } from '@hub/domain';
import type { ParsedLog, ParsedRow } from './parse-log';

/** For the tests: a whole log at once, what can be taken and what cannot. */
export async function parsedWhole(log: ParsedLog): Promise<{
  readonly survey: LogSurvey;
  readonly rows: number;
  readonly good: readonly ParsedRow[];
  readonly bad: readonly (ParsedRow & { readonly reason: string })[];
}> {
  const all: ParsedRow[] = [];
  for await (const rows of log.rows()) all.push(...rows);
  return {
    survey: log.survey,
    rows: log.survey.rows,
    good: all.filter(({ fault }) => fault === null),
    bad: all.flatMap((row) => (row.fault === null ? [] : [{ ...row, reason: row.fault }])),
  };
}

export async function readWhole(log: OpenLog): Promise<{
  readonly survey: LogSurvey;
  readonly rows: number;
  readonly messages: readonly InboundMessage[];
  readonly faults: readonly { readonly row: number; readonly reason: string; readonly message: InboundMessage }[];
}> {
  const messages: InboundMessage[] = [];
  const faults: { row: number; reason: string; message: InboundMessage }[] = [];
  for await (const rows of log.rows())
    for (const { row, fault, message } of rows)
      if (fault === null) messages.push(message);
      else faults.push({ row, reason: fault, message });
  return { survey: log.survey, rows: log.survey.rows, messages, faults };
}
