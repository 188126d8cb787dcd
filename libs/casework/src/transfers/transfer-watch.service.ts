import { Inject, Injectable } from '@nestjs/common';
import { dayOf, daysBetween, instant, longDate, remindersDue, SYSTEM_NAME, WITH_DEPARTMENT, type Office } from '@hub/domain';
import { UnitOfWork, type TransferEntity } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { TransferLetters } from './transfer-letters';

const PAGE = 100;

/** Reminds departments before and after the day of their answer; the last time it tells our own office to press for it. */
@Injectable()
export class TransferWatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly letters: TransferLetters,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the number of departments reminded; another process at the same work does no harm. */
  async run(): Promise<number> {
    const today = dayOf(this.clock());
    let reminded = 0;
    for (let after = 0; ;) {
      const page = await this.work.run(({ transfers }) => transfers.toRemind(today, after, PAGE));
      for (const { id, appealId } of page) if (await this.one(id, appealId)) reminded += 1;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return reminded;
      after = last.id;
    }
  }

  private one(id: number, appealId: number): Promise<boolean> {
    return this.work.run(async (stores) => {
      const appeal = await stores.appeals.holdById(appealId);
      const now = instant(this.clock());
      const today = dayOf(now);
      const transfer = await stores.transfers.find(id);
      // Another process may have been here since the list was read.
      if (!transfer?.remindOn || transfer.remindOn > today) return false;
      const waits = appeal.status === 'transferred' && WITH_DEPARTMENT.includes(transfer.state);
      const { rules, calendar } = this.office;
      const due = remindersDue({ ...transfer, sentOn: dayOf(transfer.sentAt) }, today, calendar, rules.transferReminders);
      await stores.transfers.change(id, { remindOn: waits ? due.next : null });
      if (!waits || !due.now) return false;
      await stores.transfers.addReminder(id, due.now, now);
      const words = dueWords(transfer, today);
      const to =
        transfer.delivery === 'mail' ? this.office.departments.find((one) => one.id === transfer.departmentId)?.email : null;
      if (to) await stores.outbox.add([this.letters.reminder(appeal, transfer, to, now, words)]);
      const line = { act: 'transfer' as const, byId: null, byName: SYSTEM_NAME, at: now };
      const how = to ? '已发信提醒' : '函是纸质送达的，请打电话提醒';
      const told = await stores.appeals.keep(
        appeal,
        {},
        { ...line, way: 'reminder', note: `${transfer.number}：${words}${how}` },
      );
      const hint = `${transfer.number}：提醒后仍没有答复，建议报局领导督办，或收回转交`;
      if (due.last && today > transfer.dueOn) await stores.appeals.keep(told, {}, { ...line, way: 'overdue', note: hint });
      return true;
    });
  }
}

function dueWords({ dueOn }: TransferEntity, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days > 0) return `答复期限是${longDate(dueOn)}，还有 ${days} 天。`;
  return days === 0 ? `答复期限是${longDate(dueOn)}，就是今天。` : `答复期限是${longDate(dueOn)}，已经过了 ${-days} 天。`;
}
