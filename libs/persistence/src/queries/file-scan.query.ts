import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { FileScanEntity } from '../entities/file-scan.entity';

/** Whether a kept file may be opened. */
@Injectable()
export class FileScanQuery {
  constructor(private readonly database: Database) {}

  /** Null where it may. */
  async barred(fileHash: string): Promise<FileScanEntity['state'] | null> {
    return (await this.database.reader.manager.findOneBy(FileScanEntity, { fileHash }))?.state ?? null;
  }
}
