// A log as the console hands it in and starts it, for hubs that are then killed, stopped and started again.
import { FileStore } from '@hub/persistence';
import type { HubYard } from './hub-yard';

export interface ImportState {
  readonly state: string;
  readonly rowCount: number;
  readonly position: number;
  readonly added: number;
  readonly trouble: string | null;
}

export class HandedInLog {
  private constructor(
    private readonly yard: HubYard,
    readonly hash: string,
  ) {}

  static async started(yard: HubYard, bytes: Buffer, fileName: string, rows: number): Promise<HandedInLog> {
    const hash = await new FileStore(yard.files).put(bytes);
    const at = new Date().toISOString();
    const row = {
      ...{ source: '纠风热线', fileName, fileHash: hash, size: bytes.length, state: 'waiting', corrections: '[]', layout: '[]' },
      ...{ rowCount: rows, position: 0, added: 0, changed: 0, same: 0, waiting: 0, rejected: 0 },
      ...{ byId: 1, byName: '陈楠', createdAt: at, startedAt: at, version: 2 },
    };
    const names = Object.keys(row);
    await yard.database.writer.query(
      `INSERT INTO imports (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
    return new HandedInLog(yard, hash);
  }

  async state(): Promise<ImportState> {
    const [row] = (await this.yard.database.reader.query('SELECT * FROM imports WHERE fileHash = ?', [this.hash])) as [
      ImportState,
    ];
    return row;
  }
}
