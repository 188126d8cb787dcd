import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { BoxOpeningEntity } from '../entities/box-opening.entity';
import { DeskDraftEntity } from '../entities/desk-draft.entity';
import { DeskEntryEntity } from '../entities/desk-entry.entity';
import { PersonEntity } from '../entities/person.entity';
import { Secrets } from '../secrets';

export interface DeskDraft {
  readonly key: string;
  readonly startedAt: string;
  readonly savedAt: string;
  readonly form: string;
}

/** More appeals of one number than these are a hotline's own. */
const OF_ONE_NUMBER = 200;

/** What the desk asks for while somebody is speaking. */
@Injectable()
export class DeskQuery {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  private get manager() {
    return this.database.reader.manager;
  }

  /** Appeals whose citizen has this number in one of its ways, the newest first. The caller keeps those that the person sees. */
  async ofPhone(ways: readonly string[]): Promise<AppealEntity[]> {
    const indexes = ways.flatMap((way) => this.secrets.indexes('phone', way));
    if (!indexes.length) return [];
    const persons = await this.manager.find(PersonEntity, {
      select: { id: true, appealId: true },
      where: { phoneIndex: In([...new Set(indexes)]) },
      order: { id: 'DESC' },
      take: OF_ONE_NUMBER,
    });
    if (!persons.length) return [];
    const ids = [...new Set(persons.map(({ appealId }) => appealId))];
    return this.manager.find(AppealEntity, { where: { id: In(ids) }, order: { receivedAt: 'DESC', id: 'DESC' } });
  }

  opening(id: number): Promise<BoxOpeningEntity | null> {
    return this.manager.findOneBy(BoxOpeningEntity, { id });
  }

  /** Openings of boxes, the newest first; where a person is given, those that he opened with somebody. */
  openings(secondId: number | null, limit: number): Promise<BoxOpeningEntity[]> {
    const where = secondId === null ? {} : { secondId };
    return this.manager.find(BoxOpeningEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  /** Openings that wait for this person's signature, the oldest first. */
  openingsToSign(secondId: number, limit: number): Promise<BoxOpeningEntity[]> {
    return this.manager.find(BoxOpeningEntity, { where: { secondId, signedAt: IsNull() }, order: { id: 'ASC' }, take: limit });
  }

  /** What was registered from these openings. */
  async registeredFrom(ids: readonly number[]): Promise<{ openingId: number; appealId: number }[]> {
    if (!ids.length) return [];
    const rows = await this.manager.find(DeskEntryEntity, {
      select: { appealId: true, openingId: true },
      where: { openingId: In([...ids]) },
      order: { appealId: 'ASC' },
    });
    return rows.map(({ openingId, appealId }) => ({ openingId: openingId!, appealId }));
  }

  /** A person's own drafts, the one worked on last first. */
  async drafts(staffId: number, limit: number): Promise<DeskDraft[]> {
    const rows = await this.manager.find(DeskDraftEntity, {
      where: { staffId },
      order: { savedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
    return rows.map(({ draftKey, startedAt, savedAt, sealed }) => ({
      key: draftKey,
      startedAt,
      savedAt,
      form: this.secrets.unseal(sealed),
    }));
  }
}
