import { Inject, Injectable } from '@nestjs/common';
import { DRAFT_BYTES, DRAFTS_SHOWN, Fault, instant, type Office, type Staff } from '@hub/domain';
import { DeskQuery, UnitOfWork, type DeskDraft } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { draftSourceKey } from './source-key';

const DAY_MS = 86_400_000;

/** Entries that somebody has begun at the desk: his own, sealed, and thrown away when nobody takes them up again. */
@Injectable()
export class DeskDraftService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeskQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `form` is the page's own JSON; it is kept as it is. */
  keep(key: string, form: string, by: Staff): Promise<{ savedAt: string }> {
    if (Buffer.byteLength(form) > DRAFT_BYTES)
      throw new Fault(
        'invalid',
        'draft-too-long',
        '草稿太长，没有自动保存。',
        '字都在页面上；请尽快登记，附长文请登记后传附件。',
      );
    const savedAt = instant(this.clock());
    return this.work.run(async ({ deskDrafts, intake, audit }) => {
      // A save that was still under way when its entry was registered must not bring the draft back.
      const sourceKey = draftSourceKey(by, key);
      if ((await intake.known('desk', [sourceKey])).size)
        throw new Fault('refused', 'registered', '这一件已经登记。', '请在来件列表里查看，或登记下一件。');
      if (!(await deskDrafts.keep(by.id, key, form, savedAt))) audit.leaveUntold();
      return { savedAt };
    });
  }

  own(by: Staff): Promise<DeskDraft[]> {
    return this.desk.drafts(by.id, DRAFTS_SHOWN);
  }

  /** What is gone already is no fault: the page may ask twice. */
  discard(key: string, by: Staff): Promise<void> {
    return this.work.run(async ({ deskDrafts, audit }) => {
      if (!(await deskDrafts.discard(by.id, key))) audit.leaveUntold();
    });
  }

  /** Throws away what nobody has worked on for as long as the office says, logs that were never started too; answers how many. */
  sweep(): Promise<number> {
    const until = instant(this.clock().getTime() - this.office.desk.draftDays * DAY_MS);
    return this.work.run(
      async ({ deskDrafts, imports }) => (await deskDrafts.discardBefore(until)) + (await imports.discardBefore(until)),
    );
  }
}
