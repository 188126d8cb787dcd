import type { Instant } from '@hub/domain';
import { IsNull, LessThan, type EntityManager } from 'typeorm';
import { BoxOpeningEntity } from '../entities/box-opening.entity';
import { DeskDraftEntity } from '../entities/desk-draft.entity';
import { DeskEntryEntity } from '../entities/desk-entry.entity';
import { insertRows } from '../insert-rows';
import type { Secrets } from '../secrets';

/** Entries begun at the desk, sealed on the way in: they hold who is calling. */
export class DeskDraftStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  /** Answers whether the draft is a new one. */
  async keep(staffId: number, draftKey: string, form: string, now: Instant): Promise<boolean> {
    const change = { sealed: this.secrets.seal(form), savedAt: now };
    const { affected } = await this.manager.update(DeskDraftEntity, { staffId, draftKey }, change);
    if (affected) return false;
    await this.manager.insert(DeskDraftEntity, { staffId, draftKey, startedAt: now, ...change });
    return true;
  }

  async discard(staffId: number, draftKey: string): Promise<boolean> {
    const { affected } = await this.manager.delete(DeskDraftEntity, { staffId, draftKey });
    return affected === 1;
  }

  async discardBefore(moment: Instant): Promise<number> {
    const { affected } = await this.manager.delete(DeskDraftEntity, { savedAt: LessThan(moment) });
    return affected ?? 0;
  }
}

/** What was written down at the desk beside the citizens' words. */
export class DeskEntryStore {
  constructor(private readonly manager: EntityManager) {}

  async add(entries: readonly DeskEntryEntity[]): Promise<void> {
    await insertRows(this.manager, DeskEntryEntity, entries);
  }
}

/** Records of opened boxes. */
export class BoxOpeningStore {
  constructor(private readonly manager: EntityManager) {}

  async add(opening: Omit<BoxOpeningEntity, 'id'>): Promise<number> {
    const { identifiers } = await this.manager.insert(BoxOpeningEntity, opening);
    return Number(identifiers[0]!.id);
  }

  byId(id: number): Promise<BoxOpeningEntity | null> {
    return this.manager.findOneBy(BoxOpeningEntity, { id });
  }

  /** False where it was signed before. */
  async sign(id: number, signedAt: Instant): Promise<boolean> {
    const { affected } = await this.manager.update(BoxOpeningEntity, { id, signedAt: IsNull() }, { signedAt });
    return affected === 1;
  }
}
