import { Unreadable, type InboundMessage, type LogReader, type LogReading } from '@hub/domain';
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defer, from, type Observable } from 'rxjs';
import type { Channel } from '../channel';
import { originalOf, tooLarge } from './log-reader';
import type { FaultRecord } from './row-record';

export interface HotlineFolderOptions {
  readonly name: string;
  readonly source: string;
  readonly path: string;
  readonly reader: LogReader & { readonly maxBytes: number };
}

/** A file that was touched this recently may still be growing. */
const SETTLE_MS = 2_000;
/** Office's lock files, hidden files, and what browsers and copy programs write before the last rename. */
const NOT_YET = /^(?:~|\.)|\.(?:tmp|part|partial|crdownload|filepart)$/i;

const stampOf = ({ size, mtimeMs }: Stats): string => `${size}:${mtimeMs}`;

/**
 * A folder into which the hotline's logs are dropped. A pass offers every row of every file whose rows have not all been
 * settled yet; which files are finished is only remembered to save work, the intake knows each row by its key.
 */
export class HotlineFolderChannel implements Channel {
  readonly channel = 'hotline';
  readonly name: string;
  readonly source: string;
  private readonly finished = new Map<string, string>();

  constructor(private readonly options: HotlineFolderOptions) {
    this.name = options.name;
    this.source = options.source;
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.pass()));
  }

  private async *pass(): AsyncGenerator<InboundMessage> {
    let trouble: Error | null = null;
    for (const file of await this.list()) {
      try {
        yield* this.offer(file);
      } catch (error) {
        // One file that the system does not let us open must not keep back the others.
        if (!isFileError(error)) throw error;
        if (error.code !== 'ENOENT')
          trouble ??= new Error(`“${this.source}”的文件 ${file} 打不开（${error.code}）。请检查它的权限。`);
      }
    }
    if (trouble) throw trouble;
  }

  private async list(): Promise<string[]> {
    try {
      await mkdir(this.options.path, { recursive: true });
      const entries = await readdir(this.options.path, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !NOT_YET.test(entry.name))
        .map((entry) => entry.name)
        .sort();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new Error(`“${this.source}”的文件夹 ${this.options.path} 打不开（${code}）。请检查渠道设置里的 path 和权限。`, {
        cause: error,
      });
    }
  }

  private async *offer(file: string): AsyncGenerator<InboundMessage> {
    const state = await this.settled(file);
    if (!state || this.finished.get(file) === stampOf(state)) return;
    const messages = await this.read(file, state);
    if (!messages) return;
    const waiting = new Set(messages.keys());
    const finish = () => void (waiting.size === 0 && this.finished.set(file, stampOf(state)));
    finish();
    for (const [at, message] of messages.entries())
      yield { ...message, settle: async () => void (waiting.delete(at) && finish()) };
  }

  /** The file's state once nobody has written to it for a while; null where that does not come, so that the next pass looks again. */
  private async settled(file: string): Promise<Stats | null> {
    const path = join(this.options.path, file);
    const state = await stat(path);
    const age = Date.now() - state.mtimeMs;
    if (age < 0 || age >= SETTLE_MS) return state;
    await sleep(SETTLE_MS - age);
    return stampOf(await stat(path)) === stampOf(state) ? state : null;
  }

  private async read(file: string, state: Stats): Promise<readonly InboundMessage[] | null> {
    const path = join(this.options.path, file);
    if (state.size > this.options.reader.maxBytes) {
      const { reason } = tooLarge(this.options.reader.maxBytes);
      return [this.unreadable(`${file}.txt`, Buffer.from(`${file}\n${stampOf(state)}\n${reason}\n`), reason)];
    }
    const bytes = await readFile(path);
    if (bytes.length !== state.size) return null;
    try {
      return allRows(await this.options.reader.read({ name: file, bytes }, this.source));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // A copy that keeps the old time looks settled while it still grows; half a workbook is unreadable.
      await sleep(SETTLE_MS);
      return stampOf(await stat(path)) === stampOf(state) ? [this.unreadable(file, bytes, error.reason)] : null;
    }
  }

  /** A whole file that nobody can read goes to quarantine as one message, known by its bytes. */
  private unreadable(file: string, bytes: Uint8Array, reason: string): InboundMessage {
    return {
      channel: this.channel,
      source: this.source,
      sourceKey: `${this.source}:file:${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`,
      format: 'row',
      original: originalOf(file, bytes),
      record: JSON.stringify({ fault: reason } satisfies FaultRecord),
      arrivedAt: null,
    };
  }
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof (error as NodeJS.ErrnoException).syscall === 'string';

const allRows = ({ messages, faults }: LogReading): InboundMessage[] => [
  ...messages,
  ...faults.flatMap((fault) => fault.message ?? []),
];
