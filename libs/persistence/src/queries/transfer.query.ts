import type { Sight, TransferState } from '@hub/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { AttachmentEntity } from '../entities/attachment.entity';
import { OutboxLetterEntity } from '../entities/outbox-letter.entity';
import { TransferEntity, TransferFileEntity } from '../entities/transfer.entity';
import { sightSources } from './sight.sql';

export interface TransferFilter {
  readonly state?: TransferState | 'undelivered' | undefined;
  readonly departmentId?: string | undefined;
  /** Older than this id. */
  readonly before?: number | undefined;
}

export interface TransferWithAppeal {
  readonly transfer: TransferEntity;
  readonly appeal: AppealEntity;
  readonly letter: Pick<OutboxLetterEntity, 'id' | 'state' | 'lastError'> | null;
}

/** Reads transfers: one by its link, those of an appeal, and the list. */
@Injectable()
export class TransferQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  byLink(linkHash: string): Promise<TransferEntity | null> {
    return this.manager.findOneBy(TransferEntity, { linkHash });
  }

  byId(id: number): Promise<TransferEntity | null> {
    return this.manager.findOneBy(TransferEntity, { id });
  }

  filesOf(transferId: number): Promise<TransferFileEntity[]> {
    return this.manager.find(TransferFileEntity, { where: { transferId }, order: { id: 'ASC' } });
  }

  repliedFiles(messageId: number | null): Promise<AttachmentEntity[]> {
    return messageId === null
      ? Promise.resolve([])
      : this.manager.find(AttachmentEntity, { where: { messageId }, order: { id: 'ASC' } });
  }

  /** The newest first; of each way of knowing an appeal one page, of these the newest. */
  async page(filter: TransferFilter, sight: Sight, limit: number): Promise<TransferWithAppeal[]> {
    const ids: number[] = [];
    for (const { from, sql, values } of sightSources(sight)) {
      const { conditions, given, join } = conditionsOf(filter);
      const rows = (await this.database.reader.query(
        `SELECT t.id FROM ${from} JOIN transfers t ON t.appealId = a.id ${join}
         WHERE ${['1 = 1', ...sql, ...conditions].join(' AND ')} ORDER BY t.id DESC LIMIT ${limit}`,
        [...values, ...given],
      )) as { id: number }[];
      ids.push(...rows.map(({ id }) => id));
    }
    if (!ids.length) return [];
    const transfers = await this.manager.find(TransferEntity, { where: { id: In(ids) }, order: { id: 'DESC' }, take: limit });
    const letterIds = transfers.flatMap(({ outboxId }) => outboxId ?? []);
    const [appeals, letters] = await Promise.all([
      this.manager.findBy(AppealEntity, { id: In(transfers.map(({ appealId }) => appealId)) }),
      this.manager.find(OutboxLetterEntity, { select: { id: true, state: true, lastError: true }, where: { id: In(letterIds) } }),
    ]);
    return transfers.flatMap((transfer) => {
      const appeal = appeals.find(({ id }) => id === transfer.appealId);
      const letter = letters.find(({ id }) => id === transfer.outboxId) ?? null;
      return appeal ? [{ transfer, appeal, letter }] : [];
    });
  }
}

function conditionsOf({ state, departmentId, before }: TransferFilter) {
  const undelivered = state === 'undelivered';
  const parts: (readonly [string, string | number])[] = [
    ...(state && !undelivered ? [['t.state = ?', state] as const] : []),
    ...(undelivered ? [['t.state = ?', 'sent'] as const, ["(o.state = ? OR o.state = 'bounced')", 'dead'] as const] : []),
    ...(departmentId ? [['t.departmentId = ?', departmentId] as const] : []),
    ...(before ? [['t.id < ?', before] as const] : []),
  ];
  const join = undelivered ? 'JOIN outbox_letters o ON o.id = t.outboxId' : '';
  return { conditions: parts.map(([sql]) => sql), given: parts.map(([, value]) => value), join };
}
