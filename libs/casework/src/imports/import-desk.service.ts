import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  clip,
  columnNames,
  corrected,
  doorsOf,
  Fault,
  instant,
  NotFound,
  oneLine,
  refuseStarted,
  Unreadable,
  type ColumnChoice,
  type LogFile,
  type Staff,
} from '@hub/domain';
import { FileStore, ImportQuery, SourceQuery, UnitOfWork, type ImportEntity } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';
import { COLUMNS } from './import-run.service';
import { ImportPreviews, type ImportPreview } from './import-previews';

export interface HandedIn {
  readonly source: string;
  readonly name: string;
  readonly bytes: Readable;
  /** More is not kept. */
  readonly most: number;
}

/** Who imports at the command line is not signed in. */
const NOBODY_ID = 0;
const COMMAND_LINE = '命令行';

const correctionsOf = ({ corrections }: ImportEntity): ColumnChoice[] => JSON.parse(corrections) as ColumnChoice[];

/** Logs handed in by people: kept, shown as they would be taken, corrected, started. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: ImportQuery,
    private readonly sources: SourceQuery,
    private readonly files: FileStore,
    private readonly previews: ImportPreviews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps the file and answers the import's id; a file that cannot be read as a whole leaves no import. */
  async handIn({ source, name, bytes, most }: HandedIn, by: Staff): Promise<number> {
    const { hash, size } = await this.files.putStream(bytes, most);
    if (!size)
      throw new Fault('invalid', 'file-missing', '没有收到文件。', '请把文件内容作为请求体，类型 application/octet-stream。');
    if (!hash)
      throw new Fault(
        'invalid',
        'file-too-large',
        `文件超过 ${Math.floor(most / (1 << 20))} MB，没有收下。`,
        '请拆成几个小一些的文件再试。',
      );
    await this.refuseUnknown(source);
    const about = { source, fileName: clip(oneLine(name), 250), fileHash: hash, size };
    const { survey } = await this.preview(about, await this.imports.choicesOf(source));
    const createdAt = instant(this.clock());
    return this.work.run(async ({ imports, audit }) => {
      const id = await imports.add({ ...about, rows: survey.rows, byId: by.id, byName: by.name, createdAt });
      const detail = { import: id, file: about.fileName, rows: survey.rows };
      audit.add({ at: createdAt, actorId: by.id, actorName: by.name, action: 'import.add', subject: source, detail });
      return id;
    });
  }

  /** Keeps a log that this process takes at once, without a preview, and answers the import's id. */
  async take({ name, bytes }: LogFile, source: string, said: readonly ColumnChoice[]): Promise<number> {
    const fileHash = await this.files.put(bytes);
    const about = { source, fileName: clip(oneLine(name), 250), fileHash, size: bytes.length };
    const corrections = JSON.stringify(await this.choicesFor(source, said));
    const at = instant(this.clock());
    return this.work.run(async ({ imports, audit }) => {
      const by = { byId: NOBODY_ID, byName: COMMAND_LINE };
      const id = await imports.add({ ...about, ...by, rows: 0, state: 'waiting', corrections, createdAt: at, startedAt: at });
      const detail = { import: id, file: about.fileName };
      audit.add({ at, actorId: null, actorName: COMMAND_LINE, action: 'import.start', subject: source, detail });
      return id;
    });
  }

  /** What was said about a log that has been taken holds for the source's next ones. */
  async remember(source: string, said: readonly ColumnChoice[]): Promise<void> {
    if (said.length) await this.work.run(({ imports }) => imports.keepColumns(source, said, COMMAND_LINE, instant(this.clock())));
  }

  async one(id: number): Promise<ImportEntity> {
    const found = await this.imports.byId(id);
    if (!found) throw new NotFound('没有这次导入。', '请从导入列表里再找。');
    return found;
  }

  /** What starting it now would do. */
  async look(about: ImportEntity): Promise<ImportPreview> {
    return this.preview(about, await this.choicesFor(about.source, correctionsOf(about)));
  }

  /** A person says what some columns are. */
  async correct(id: number, choices: readonly ColumnChoice[], by: Staff, version: number): Promise<void> {
    const about = await this.one(id);
    refuseStarted(about.state);
    const corrections = corrected(correctionsOf(about), choices).slice(0, COLUMNS);
    const { survey } = await this.preview(about, await this.choicesFor(about.source, corrections));
    const at = instant(this.clock());
    await this.work.run(async ({ imports, audit }) => {
      await imports.change(id, version, { corrections: JSON.stringify(corrections), rows: survey.rows });
      const detail = { import: id };
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'import.correct', subject: about.source, detail });
    });
  }

  /** Hands the import to the worker; what a person corrected holds for the source's next logs too. */
  async start(id: number, by: Staff, version: number): Promise<void> {
    const about = await this.one(id);
    refuseStarted(about.state);
    const own = correctionsOf(about);
    const all = await this.choicesFor(about.source, own);
    const { survey, needsText } = await this.preview(about, all);
    if (needsText)
      throw new Fault(
        'refused',
        'import-no-text',
        '还不知道哪一栏写着来件内容，没有开始。',
        '请先在“列的对应”里选一栏登记为“来件内容”。',
      );
    const at = instant(this.clock());
    const started = {
      state: 'waiting' as const,
      corrections: JSON.stringify(all),
      rows: survey.rows,
      startedAt: at,
    };
    await this.work.run(async ({ imports, audit }) => {
      await imports.change(id, version, started);
      if (own.length) await imports.keepColumns(about.source, own, by.name, at);
      const detail = { import: id, rows: survey.rows };
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'import.start', subject: about.source, detail });
    });
  }

  /** Throws away what nobody has started. */
  async discard(id: number, by: Staff, version: number): Promise<void> {
    const about = await this.one(id);
    refuseStarted(about.state);
    const at = instant(this.clock());
    await this.work.run(async ({ imports, audit }) => {
      await imports.discard(id, version);
      const detail = { import: id, file: about.fileName };
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'import.discard', subject: about.source, detail });
    });
  }

  private async choicesFor(source: string, own: readonly ColumnChoice[]): Promise<ColumnChoice[]> {
    return corrected(await this.imports.choicesOf(source), own).slice(0, COLUMNS);
  }

  private async preview(
    { source, fileName, fileHash }: Pick<ImportEntity, 'source' | 'fileName' | 'fileHash'>,
    choices: readonly ColumnChoice[],
  ): Promise<ImportPreview> {
    const doors = doorsOf(await this.sources.all());
    const bytes = await this.files.load(fileHash);
    try {
      return await this.previews.of({ name: fileName, bytes }, source, columnNames(choices), doors, this.clock());
    } catch (error) {
      if (error instanceof Unreadable)
        throw new Fault('invalid', 'import-unreadable', error.reason, '请按提示改好文件，再导入一次。');
      throw error;
    }
  }

  private async refuseUnknown(source: string): Promise<void> {
    const active = (await this.sources.all()).filter((one) => one.active).map(({ name }) => name);
    if (!active.includes(source))
      throw new Fault('invalid', 'source', `来源里没有“${source}”，或它已停用。`, `可选：${active.join('、')}。`);
  }
}
