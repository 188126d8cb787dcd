import { Unreadable } from '@hub/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { parseLog, type LogFile, type ParsedLog } from './parse-log';

export type LogAnswer = { readonly log: ParsedLog } | { readonly unreadable: string };

/** Whatever a file makes the parser do, its reader is told a reason and not a crash. */
parseLog(workerData as LogFile).then(
  (log) => parentPort!.postMessage({ log } satisfies LogAnswer),
  (error: Error) => {
    const reason =
      error instanceof Unreadable ? error.reason : `读不出这个文件：内容不合格式（${error.message}）。请另存为 .xlsx 再试。`;
    parentPort!.postMessage({ unreadable: reason } satisfies LogAnswer);
  },
);
