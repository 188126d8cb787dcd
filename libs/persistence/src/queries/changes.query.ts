import type { AppealStatus, Instant } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { Database } from '../database';

/** Of a change so much as to know who may hear of it, and of what. */
export interface AppealChange {
  readonly id: number;
  readonly number: string;
  readonly version: number;
  readonly status: AppealStatus;
  readonly unitId: string | null;
  readonly handlerId: number | null;
  readonly coUnits: string;
  readonly named: string;
  readonly guard: string;
  readonly changedAt: Instant;
}

const COLUMNS = 'id, number, version, status, unitId, handlerId, coUnits, named, guard, changedAt';

/** What has changed of late, by the index of changes. */
@Injectable()
export class ChangesQuery {
  constructor(private readonly database: Database) {}

  /** The newest changes since then, both open and closed appeals, at most `most` of each. */
  async since(at: Instant, most: number): Promise<AppealChange[]> {
    const half = (open: number) =>
      this.database.reader.query(
        `SELECT ${COLUMNS} FROM appeals WHERE open = ${open} AND changedAt >= ? ORDER BY changedAt DESC, id DESC LIMIT ${most}`,
        [at],
      ) as Promise<AppealChange[]>;
    return (await Promise.all([half(1), half(0)])).flat();
  }
}
