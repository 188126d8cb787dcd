import {
  LOG_FIELDS,
  Unreadable,
  type ColumnNames,
  type LogFile,
  type LogReader,
  type LogRow,
  type OpenLog,
  type Original,
} from '@hub/domain';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { heapKeeper } from './heap-keeper';
import { LogThread } from './log-thread';
import type { LogAnswer } from './log-worker';
import type { ParsedRow } from './parse-log';
import { Turns } from './turns';

export interface LogReaderOptions {
  /** Headings by source and field, from the settings. */
  readonly columns?: Readonly<Record<string, ColumnNames>>;
  readonly maxBytes: number;
  /** How long a file may take to be read through, and how long each piece of it, in milliseconds. */
  readonly deadlineMs?: number;
}

export interface ClosableLogReader extends LogReader {
  readonly maxBytes: number;
  close(): Promise<void>;
}

/** So many logs are read at once, so that a long import does not keep a hotline's folder waiting. */
const AT_ONCE = 2;

/** Reads each log in a thread of its own that ends with it. */
export function createLogReader({ columns = {}, maxBytes, deadlineMs = 180_000 }: LogReaderOptions): ClosableLogReader {
  for (const [source, names] of Object.entries(columns)) checkFields(`“${source}”的 columns `, names);
  const turns = new Turns(AT_ONCE);
  const running = new Set<LogThread>();
  let closed = false;

  return {
    maxBytes,
    async open(file, source, own = {}) {
      if (file.bytes.length > maxBytes) throw tooLarge(maxBytes);
      checkFields('对应关系', own);
      const release = await turns.take();
      if (closed) throw new Error('台账读取已经停止。');
      const names = { ...columns[source], ...own };
      const thread = new LogThread({ bytes: file.bytes, source, columns: names, now: Date.now() }, deadlineMs);
      running.add(thread);
      const close = () => {
        thread.end();
        if (running.delete(thread)) release();
        return Promise.resolve();
      };
      return openLog(thread, file, source, close).catch(async (error: unknown) => {
        await close();
        throw error;
      });
    },
    close() {
      closed = true;
      running.forEach((thread) => thread.end());
      return Promise.resolve();
    },
  };
}

/** The same reader with the headings that the office corrected since; they go before those of the settings. */
export const withColumns = <R extends LogReader>(reader: R, columnsOf: (source: string) => Promise<ColumnNames>): R => ({
  ...reader,
  open: async (file, source, own) => reader.open(file, source, { ...(await columnsOf(source)), ...own }),
});

async function openLog(thread: LogThread, file: LogFile, source: string, close: () => Promise<void>): Promise<OpenLog> {
  const answer = await thread.ask();
  if (!('survey' in answer)) throw new Error('台账读取中断了。');
  const original = originalOf(file.name, file.bytes);
  return {
    survey: answer.survey,
    close,
    async *rows() {
      const tidy = heapKeeper();
      try {
        // The next piece is read while the last is dealt with.
        let next = thread.ask();
        for (let rows = rowsIn(await next); rows; rows = rowsIn(await next)) {
          next = thread.ask();
          next.catch(() => undefined);
          yield rows.map((row) => rowOf(row, source, original));
          // Pieces that wait in the thread's port come in one turn of the event loop: nobody else would be served meanwhile.
          await othersFirst();
          tidy();
        }
      } finally {
        await close();
      }
    },
  };
}

const rowsIn = (answer: LogAnswer): readonly ParsedRow[] | null => ('rows' in answer ? answer.rows : null);

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

const rowOf = ({ sheet, row, fault, content, ...parsed }: ParsedRow, source: string, original: Original): LogRow => ({
  sheet,
  row,
  fault,
  message: { channel: 'hotline', source, ...parsed, format: 'row', original, ...(content ? { content } : {}) },
});

function checkFields(where: string, names: ColumnNames): void {
  for (const field of Object.keys(names))
    if (field !== 'none' && !LOG_FIELDS.some((known) => known === field))
      throw new Error(`${where}里没有“${field}”这一项。可以写：${LOG_FIELDS.join('、')}。`);
}
