import { NoTextColumn, Unreadable, type LogSurvey } from '@hub/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { parseLog, type LogTask, type ParsedRow } from './parse-log';

/** To each call one answer: the survey first, then the rows piece by piece, `null` after the last. */
export type LogAnswer =
  | { readonly survey: LogSurvey }
  | { readonly rows: readonly ParsedRow[] | null }
  | { readonly unreadable: string; readonly unfinished: boolean; readonly textless: LogSurvey | null };

/** Whatever a file makes the parser do, its reader is told a reason and not a crash. */
async function* answers(): AsyncGenerator<LogAnswer> {
  try {
    const log = await parseLog(workerData as LogTask);
    yield { survey: log.survey };
    for await (const rows of log.rows()) yield { rows };
    yield { rows: null };
  } catch (error) {
    const known = error instanceof Unreadable;
    const reason = known ? error.reason : `读不出这个文件：内容不合格式（${(error as Error).message}）。请另存为 .xlsx 再试。`;
    const textless = error instanceof NoTextColumn ? error.survey : null;
    yield { unreadable: reason, unfinished: known && error.unfinished, textless };
  }
}

const all = answers();
parentPort!.on('message', () => void all.next().then(({ value }) => parentPort!.postMessage(value)));
