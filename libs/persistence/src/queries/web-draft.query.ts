import { Injectable } from '@nestjs/common';
import type { Instant } from '@hub/domain';
import { MoreThan } from 'typeorm';
import { Database } from '../database';
import { WebDraftEntity } from '../entities/web-draft.entity';
import { Secrets } from '../secrets';
import { openedDraft, type DraftPlace, type KeptDraft } from '../stores/web-draft.store';

/** Drafts of the portal that are not over, for the browser whose they are. */
@Injectable()
export class WebDraftQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async find({ ownerHash, draftKey }: DraftPlace, now: Instant): Promise<KeptDraft | null> {
    const where = { ownerHash, draftKey, expiresAt: MoreThan(now) };
    const row = await this.database.reader.manager.findOneBy(WebDraftEntity, where);
    return row && openedDraft(row, this.secrets);
  }

  /** The newest first. */
  async ofOwner(ownerHash: string, now: Instant, limit: number): Promise<KeptDraft[]> {
    const where = { ownerHash, expiresAt: MoreThan(now) };
    const rows = await this.database.reader.manager.find(WebDraftEntity, { where, order: { id: 'DESC' }, take: limit });
    return rows.map((row) => openedDraft(row, this.secrets));
  }
}
