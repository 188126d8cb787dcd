import { Unreadable, type InboundMessage, type LogReader, type LogReading, type Original } from '@hub/domain';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LOG_FIELDS, type ColumnNames } from './fields';
import type { LogAnswer } from './log-worker';
import type { LogFile, ParsedLog, ParsedRow } from './parse-log';

export interface LogReaderOptions {
  /** Headings by source and field, from the settings. */
  readonly columns?: Readonly<Record<string, ColumnNames>>;
  readonly maxBytes: number;
  /** How long one file may take, in milliseconds. */
  readonly deadlineMs?: number;
}

export interface ClosableLogReader extends LogReader {
  readonly maxBytes: number;
  close(): Promise<void>;
}

const MEMORY_MB = 512;
const TOO_MUCH_MEMORY = '读不出这个文件：它要用的内存太多。请拆成几个小一些的文件再试。';
const tooLong = (ms: number) => `读不出这个文件：${ms / 1000} 秒内没有读完。请拆成几个小一些的文件再试。`;

/** Jest runs the TypeScript; a worker thread needs the compiled twin below dist/. */
const WORKER = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/channels/src/hotline/log-worker.js')
  : join(__dirname, 'log-worker.js');

/** Reads logs one at a time, each in a thread of its own that ends with it: a hostile workbook takes only itself down. */
export function createLogReader({ columns = {}, maxBytes, deadlineMs = 60_000 }: LogReaderOptions): ClosableLogReader {
  checkFields(columns);
  const running = new Set<Worker>();
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const parse = (file: LogFile): Promise<ParsedLog> =>
    new Promise((resolve, reject) => {
      if (closed) return reject(new Error('台账读取已经停止。'));
      const worker = new Worker(WORKER, {
        workerData: file,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      running.add(worker);
      const deadline = setTimeout(() => end(new Unreadable(tooLong(deadlineMs))), deadlineMs);
      const end = (answer: ParsedLog | Error) => {
        clearTimeout(deadline);
        running.delete(worker);
        void worker.terminate();
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
      };
      worker.once('message', (answer: LogAnswer) => end('log' in answer ? answer.log : new Unreadable(answer.unreadable)));
      worker.once('error', (error: NodeJS.ErrnoException) =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable(TOO_MUCH_MEMORY) : error),
      );
      worker.once('exit', () => end(new Error('台账读取中断了。')));
    });

  return {
    maxBytes,
    read({ name, bytes }, source) {
      if (bytes.length > maxBytes) return Promise.reject(tooLarge(maxBytes));
      const turn = queue.then(() => parse({ bytes, source, columns: columns[source] ?? {}, now: Date.now() }));
      queue = turn.catch(() => undefined);
      return turn.then((log) => reading(log, source, originalOf(name, bytes)));
    },
    async close() {
      closed = true;
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}

export const tooLarge = (maxBytes: number): Unreadable =>
  new Unreadable(`读不出这个文件：超过 ${Math.floor(maxBytes / (1 << 20))} MB。请拆成几个小一些的文件再试。`);

const MEDIA_TYPES: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  xls: 'application/vnd.ms-excel',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
};

export const originalOf = (name: string, bytes: Uint8Array): Original => ({
  name,
  mediaType: MEDIA_TYPES[name.toLowerCase().split('.').pop()!] ?? 'application/octet-stream',
  load: () => Promise.resolve(bytes),
});

function reading(log: ParsedLog, source: string, original: Original): LogReading {
  const message = ({ sourceKey, record, arrivedAt }: ParsedRow): InboundMessage => ({
    channel: 'hotline',
    source,
    sourceKey,
    format: 'row',
    original,
    record,
    arrivedAt,
  });
  return {
    rows: log.rows,
    messages: log.good.map(message),
    faults: log.bad.map((row) => ({ row: row.row, reason: row.reason, message: message(row) })),
  };
}

function checkFields(columns: Readonly<Record<string, ColumnNames>>): void {
  for (const [source, names] of Object.entries(columns))
    for (const field of Object.keys(names))
      if (!LOG_FIELDS.some((known) => known === field))
        throw new Error(`“${source}”的 columns 里没有“${field}”这一项。可以写：${LOG_FIELDS.join('、')}。`);
}
