import { Injectable } from '@nestjs/common';
import { Database } from '../database';
import { SourceEntity } from '../entities/source.entity';

/** Reads the list of sources. */
@Injectable()
export class SourceQuery {
  constructor(private readonly database: Database) {}

  all(): Promise<SourceEntity[]> {
    return this.database.reader.manager.find(SourceEntity, { order: { id: 'ASC' } });
  }
}
