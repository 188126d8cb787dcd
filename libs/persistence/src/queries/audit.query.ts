import { Injectable } from '@nestjs/common';
import type { Head } from '../audit/chain';
import { verifyChain, type ChainReport } from '../audit/verify-chain';
import { Database } from '../database';
import { AuditEntryEntity } from '../entities/audit-entry.entity';

export interface AuditFilter {
  readonly subject?: string;
  readonly actorId?: number;
  readonly action?: string;
  /** Moments, both ends included. */
  readonly from?: string;
  readonly to?: string;
}

/** Reads the audit chain, newest first. */
@Injectable()
export class AuditQuery {
  constructor(private readonly database: Database) {}

  /** Entries before `before`; filtered ones are found by an index each. */
  page(filter: AuditFilter, before: number | null, limit: number): Promise<AuditEntryEntity[]> {
    const query = this.database.reader.manager.createQueryBuilder(AuditEntryEntity, 'entry');
    if (before !== null) query.andWhere('entry.sequence < :before', { before });
    if (filter.subject) query.andWhere('entry.subject = :subject', { subject: filter.subject });
    if (filter.actorId !== undefined) query.andWhere('entry.actorId = :actorId', { actorId: filter.actorId });
    if (filter.action) query.andWhere('entry.action = :action', { action: filter.action });
    if (filter.from) query.andWhere('entry.at >= :from', { from: filter.from });
    if (filter.to) query.andWhere('entry.at <= :to', { to: filter.to });
    return query.orderBy('entry.sequence', 'DESC').limit(limit).getMany();
  }

  /** Whether this person did this to this subject since then. */
  async didSince(actorId: number, action: string, subject: string, since: string): Promise<boolean> {
    const found = await this.database.reader.manager
      .createQueryBuilder(AuditEntryEntity, 'entry')
      .where('entry.subject = :subject AND entry.actorId = :actorId AND entry.action = :action AND entry.at >= :since', {
        subject,
        actorId,
        action,
        since,
      })
      .limit(1)
      .getOne();
    return found !== null;
  }

  async head(): Promise<Head> {
    const [head] = (await this.database.reader.query("SELECT sequence, hash FROM audit_heads WHERE name = 'chain'")) as [Head];
    return head;
  }

  verify(witnessed: readonly Head[]): Promise<ChainReport> {
    return verifyChain(this.database, witnessed);
  }
}
