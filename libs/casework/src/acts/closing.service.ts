import { Inject, Injectable } from '@nestjs/common';
import { addDays, dayOf, Fault, type Office, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { revisitBeforeClosing } from '../revisit/plan-revisit';
import { OFFICE } from '../tokens';
import { assignedTo } from './assignment.service';
import { CaseActs } from './case-act';
import { packOf, refuseIncomplete } from './pack';

export interface Reopening {
  readonly decision: 'request' | 'grant' | 'refuse';
  readonly reason: string;
  /** Grants to this unit, which must sign for it. */
  readonly unitId?: string;
}

/** The end of an appeal: closed, archived, or taken up again. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly acts: CaseActs,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  close(
    number: string,
    body: { readonly archive?: boolean; readonly note?: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    const way = body.archive ? 'archive' : 'close';
    return this.acts.perform({ number, by, act: 'closing', way, version }, async ({ appeal, stores, now }) => {
      if (way === 'archive') refuseIncomplete(await packOf(appeal, stores));
      if (way === 'close' && appeal.status === 'answered' && !appeal.replyDoneAt) {
        throw new Fault('refused', 'reply-undelivered', '答复还没有送达，不能办结。', '请到待发箱看发送情况。');
      }
      const revisitOn = way === 'close' ? await revisitBeforeClosing(appeal, stores, this.office, now) : null;
      if (!revisitOn) return { note: body.note ?? '' };
      const note = ['督办过的、不满意的先回访再办结', body.note].filter(Boolean).join('：');
      return { status: 'revisit', change: { waitDueOn: revisitOn }, note };
    });
  }

  /** A citizen who is not satisfied asks; the office or a leader decides, and may give it to another unit. */
  reopen(number: string, body: Reopening, by: Staff, version?: number): Promise<AppealEntity> {
    const way = body.decision === 'grant' && body.unitId ? 'reassign' : body.decision;
    return this.acts.perform({ number, by, act: 'reopening', way, version }, async ({ stores, now }) => {
      const waitDueOn = addDays(dayOf(now), this.office.rules.reopenDecisionDays);
      if (way === 'refuse') return { note: body.reason };
      if (way !== 'reassign') return { change: { waitDueOn }, note: body.reason };
      const { change, note } = await assignedTo(this.office, { unitId: body.unitId! }, stores);
      return { change, note: `${note}：${body.reason}` };
    });
  }

  note(number: string, text: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'notes', version }, async ({ appeal, stores, now }) => {
      const id = await stores.counters.take('message-id', 1);
      await stores.messages.add([{ id, appealId: appeal.id, direction: 'note', author: by.name, text, at: now }]);
      return {};
    });
  }
}
