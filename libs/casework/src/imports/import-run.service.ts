import { Inject, Injectable } from '@nestjs/common';
import {
  clip,
  columnNames,
  instant,
  layoutOf,
  SYSTEM_NAME,
  Unreadable,
  type ColumnChoice,
  type LogReader,
  type OpenLog,
} from '@hub/domain';
import { FileStore, ImportQuery, UnitOfWork, type Fence, type ImportEntity } from '@hub/persistence';
import { channelTrouble } from '../channel-trouble';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, LOG_READER, type Clock } from '../tokens';
import type { ImportReport } from './import-report';

/** One process at a time imports, under this lease. */
export const IMPORTS_LEASE = 'imports';
/** So many columns are remembered; a log that has more was not made for people. */
export const COLUMNS = 200;

interface Under {
  /** The lease under which this process imports. */
  readonly fence?: Fence | undefined;
  readonly stopped?: (() => boolean) | undefined;
  readonly told?: ImportReport;
}

/**
 * Takes the rows of started imports, batch by batch. Where it was broken off it goes on: rows are known by their keys, so
 * that none is registered twice, and what became of them is counted from what is there.
 */
@Injectable()
export class ImportRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ImportQuery,
    private readonly intake: IntakeService,
    private readonly files: FileStore,
    @Inject(LOG_READER) private readonly logs: LogReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async waits(): Promise<boolean> {
    return (await this.imports.next()) !== null;
  }

  /** Takes the oldest import that waits; false where none does. `fence` is the lease under which this process imports. */
  async next(fence?: Fence, stopped?: () => boolean): Promise<boolean> {
    const found = await this.imports.next();
    if (!found) return false;
    await this.take(found, { fence, stopped }).catch((error: unknown) => {
      if (!(error instanceof Unreadable)) throw error;
    });
    return true;
  }

  /** Takes this import and tells what becomes of its rows. Rejects with `Unreadable` where the file cannot be read. */
  async one(id: number, fence: Fence | undefined, told: ImportReport): Promise<void> {
    await this.take((await this.imports.byId(id))!, { fence, told });
  }

  private async take(found: ImportEntity, about: Under): Promise<void> {
    try {
      const columns = columnNames(JSON.parse(found.corrections) as ColumnChoice[]);
      const bytes = await this.files.load(found.fileHash);
      const log = await this.logs.open({ name: found.fileName, bytes }, found.source, columns);
      const layout = JSON.stringify(layoutOf(log.survey).slice(0, COLUMNS));
      await this.note(found, { state: 'running', rows: log.survey.rows, layout, trouble: null });
      await this.takeRows(found, log, about);
    } catch (error) {
      if (error instanceof Unreadable) await this.end(found, { state: 'failed', trouble: clip(error.reason, 480) });
      // On a disk that is full this may fail as well; the log of the hub tells it then.
      else await this.note(found, { trouble: clip(channelTrouble(error), 480) }).catch(() => undefined);
      throw error;
    }
  }

  private async takeRows(found: ImportEntity, log: OpenLog, { fence, stopped, told }: Under): Promise<void> {
    if (told) told.all = log.survey.rows;
    let [done, rejected, changed] = [0, 0, found.changed];
    for await (const rows of log.rows()) {
      if (stopped?.()) return;
      const good = rows.filter(({ fault }) => fault === null).map(({ message }) => message);
      rejected += rows.length - good.length;
      done += rows.length;
      const before = done <= found.position;
      const results = good.length && !before ? await this.intake.accept(good, undefined, fence) : [];
      told?.add(rows, results);
      if (before) continue;
      changed += results.filter((one) => one.changed?.length).length;
      await this.note(found, { position: done, rejected, changed });
    }
    const { registered = 0, joined = 0, quarantined = 0 } = await this.imports.itemsOf(found.fileHash, found.startedAt!);
    const added = registered + joined;
    const same = done - rejected - added - quarantined - changed;
    await this.end(found, { state: 'done', rows: done, position: done, added, changed, same, waiting: quarantined, rejected });
  }

  private note(found: ImportEntity, change: Partial<ImportEntity>): Promise<void> {
    return this.work.run(({ imports }) => imports.note(found.id, change));
  }

  private end({ id, source }: ImportEntity, change: Partial<ImportEntity>): Promise<void> {
    const at = instant(this.clock());
    return this.work.run(async ({ imports, audit }) => {
      await imports.note(id, { ...change, endedAt: at });
      const { state, added = 0, rejected = 0 } = change;
      const detail = { import: id, state, added, rejected };
      audit.add({ at, actorId: null, actorName: SYSTEM_NAME, action: 'import.end', subject: source, detail });
    });
  }
}
