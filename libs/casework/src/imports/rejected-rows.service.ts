import { Inject, Injectable } from '@nestjs/common';
import { columnNames, Fault, type ColumnChoice, type LogReader } from '@hub/domain';
import { FileStore, type ImportEntity } from '@hub/persistence';
import { workbook } from '../sheets/workbook';
import { LOG_READER } from '../tokens';

/** What the reader calls the column when the rows come back. */
const REASON = '原因';

/** The rows that could not be taken, in the log's own columns and with the reason beside them, to be corrected and handed in again. */
@Injectable()
export class RejectedRows {
  constructor(
    @Inject(LOG_READER) private readonly logs: LogReader,
    private readonly files: FileStore,
  ) {}

  async of({ state, source, fileName, fileHash, corrections, layout }: ImportEntity): Promise<AsyncGenerator<Buffer>> {
    if (state !== 'done') throw new Fault('refused', 'import-unfinished', '这次导入还没有完成。', '完成后再下载退回的行。');
    const headings = (JSON.parse(layout) as ColumnChoice[]).map(({ heading }) => heading).filter((one) => one !== REASON);
    const bytes = await this.files.load(fileHash);
    const columns = columnNames(JSON.parse(corrections) as ColumnChoice[]);
    const log = await this.logs.open({ name: fileName, bytes }, source, columns);
    const rows = async function* () {
      for await (const some of log.rows())
        for (const { fault, message } of some)
          if (fault !== null) {
            const cells = cellsOf(message.record);
            yield [...headings.map((heading) => cells[heading] ?? ''), fault];
          }
    };
    return workbook([{ name: '退回的行', headings: [...headings, REASON], rows: rows() }]);
  }
}

const cellsOf = (record = '{}'): Readonly<Record<string, string>> =>
  (JSON.parse(record) as { cells?: Record<string, string> }).cells ?? {};
