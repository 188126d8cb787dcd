import { Inject, Injectable } from '@nestjs/common';
import { columnNames, corrected, Fault, Unreadable, type ColumnChoice, type LogReader, type OpenLog } from '@hub/domain';
import { FileStore, ImportQuery, type ImportEntity } from '@hub/persistence';
import { LOG_READER } from '../tokens';

/** Opens a log that was handed in, with all that people said about its columns. */
@Injectable()
export class LogRows {
  constructor(
    @Inject(LOG_READER) private readonly logs: LogReader,
    private readonly files: FileStore,
    private readonly imports: ImportQuery,
  ) {}

  async open({ source, fileName, fileHash, corrections }: ImportEntity): Promise<OpenLog> {
    const choices = corrected(await this.imports.choicesOf(source), JSON.parse(corrections) as ColumnChoice[]);
    const file = { name: fileName, bytes: await this.files.load(fileHash) };
    return this.logs.open(file, source, columnNames(choices)).catch((error: unknown) => {
      if (error instanceof Unreadable)
        throw new Fault('invalid', 'import-unreadable', error.reason, '请按提示改好文件，再上传一次。');
      throw error;
    });
  }
}
