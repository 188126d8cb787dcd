import { NoTextColumn, Unreadable, type InboundMessage, type LogReader, type OpenLog } from '@hub/domain';
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { concatMap, defer, from, type Observable } from 'rxjs';
import type { Channel } from '../channel';
import { originalOf, tooLarge } from './log-reader';
import type { FaultRecord } from './row-record';

export interface HotlineFolderOptions {
  readonly name: string;
  readonly source: string;
  readonly path: string;
  readonly reader: LogReader & { readonly maxBytes: number };
  /** How long a file that seems cut may stand as it is before a person must look at it. */
  readonly patienceMs?: number;
}

/** A file that was touched this recently may still be growing. */
const SETTLE_MS = 2_000;
const PATIENCE_MS = 5 * 60_000;
/** Office's lock files, hidden files, and what browsers and copy programs write before the last rename. */
const NOT_YET = /^(?:~|\.)|\.(?:tmp|part|partial|crdownload|filepart)$/i;

const CHOOSE_IT =
  '请在办理台“台账导入”里上传这份文件，选好来件内容写在哪一栏，以后这个来源都照这样读；也可以写进渠道设置（columns 的 text）。';

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
  private readonly unfinished = new Map<string, { readonly stamp: string; readonly since: number }>();

  constructor(private readonly options: HotlineFolderOptions) {
    this.name = options.name;
    this.source = options.source;
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.batches())).pipe(concatMap((batch) => batch));
  }

  async *batches(): AsyncGenerator<readonly InboundMessage[]> {
    let trouble: Error | null = null;
    for (const file of await this.list()) {
      try {
        yield* this.offer(file);
      } catch (error) {
        // One file that is not whole, or that the system does not let us open, must not keep back the others.
        if (error instanceof Growing) trouble ??= error;
        else if (!isFileError(error)) throw error;
        else if (error.code !== 'ENOENT')
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

  private async *offer(file: string): AsyncGenerator<readonly InboundMessage[]> {
    const state = await this.settled(file);
    if (!state || this.finished.get(file) === stampOf(state)) return;
    // The reading itself is one of what the file waits for.
    let waiting = 1;
    const done = () => void (--waiting === 0 && this.finished.set(file, stampOf(state)));
    for await (const messages of this.read(file, state)) {
      waiting += messages.length;
      yield messages.map((message) => {
        let settled = false;
        const settle = () => {
          if (!settled) done();
          settled = true;
          return Promise.resolve();
        };
        return { ...message, settle };
      });
    }
    done();
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

  /** The file's rows; none where it changes meanwhile, so that the next pass looks again. */
  private async *read(file: string, state: Stats): AsyncGenerator<readonly InboundMessage[]> {
    const path = join(this.options.path, file);
    if (state.size > this.options.reader.maxBytes) {
      const { reason } = tooLarge(this.options.reader.maxBytes);
      yield [this.unreadable(`${file}.txt`, Buffer.from(`${file}\n${stampOf(state)}\n${reason}\n`), reason)];
      return;
    }
    const bytes = await readFile(path);
    if (bytes.length !== state.size) return;
    let log: OpenLog;
    try {
      log = await this.options.reader.open({ name: file, bytes }, this.source);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      // A copy that keeps the old time looks settled while it still grows; half a workbook is unreadable.
      await sleep(SETTLE_MS);
      if (stampOf(await stat(path)) !== stampOf(state)) return;
      if (error.unfinished && this.mayStillCome(file, state)) throw new Growing(this.source, file);
      yield [this.unreadable(file, bytes, error instanceof NoTextColumn ? `${error.reason}${CHOOSE_IT}` : error.reason)];
      return;
    }
    for await (const rows of log.rows()) yield rows.map(({ message }) => message);
  }

  /** A line that stands still for a while may go on; a file that stays as it is was cut for good. */
  private mayStillCome(file: string, state: Stats): boolean {
    const seen = this.unfinished.get(file);
    if (seen?.stamp !== stampOf(state)) {
      this.unfinished.set(file, { stamp: stampOf(state), since: Date.now() });
      return true;
    }
    return Date.now() - seen.since < (this.options.patienceMs ?? PATIENCE_MS);
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

class Growing extends Error {
  constructor(source: string, file: string) {
    super(`“${source}”的文件 ${file} 不完整，可能还在复制，先等一等；一直不变就交人工处理。复制中断了的，请重新复制一次。`);
  }
}
