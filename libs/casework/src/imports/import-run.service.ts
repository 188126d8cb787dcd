import { Inject, Injectable } from '@nestjs/common';
import { clip, columnNames, instant, SYSTEM_NAME, Unreadable, type ColumnChoice, type LogReader } from '@hub/domain';
import { FileStore, ImportQuery, UnitOfWork, type Fence, type ImportEntity } from '@hub/persistence';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, LOG_READER, type Clock } from '../tokens';

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
  async next(fence?: Fence, stopped: () => boolean = () => false): Promise<boolean> {
    const found = await this.imports.next();
    if (!found) return false;
    await this.note(found, { state: 'running' });
    try {
      await this.take(found, fence, stopped);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      await this.end(found, { state: 'failed', trouble: clip(error.reason, 480) });
    }
    return true;
  }

  private async take(found: ImportEntity, fence: Fence | undefined, stopped: () => boolean): Promise<void> {
    const columns = columnNames(JSON.parse(found.corrections) as ColumnChoice[]);
    const bytes = await this.files.load(found.fileHash);
    const log = await this.logs.open({ name: found.fileName, bytes }, found.source, columns);
    let [done, rejected, changed] = [0, 0, found.changed];
    for await (const rows of log.rows()) {
      if (stopped()) return;
      const good = rows.filter(({ fault }) => fault === null).map(({ message }) => message);
      rejected += rows.length - good.length;
      done += rows.length;
      if (done <= found.position) continue;
      const results = good.length ? await this.intake.accept(good, undefined, fence) : [];
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
