import { Inject, Injectable } from '@nestjs/common';
import {
  Fault,
  identityLevel,
  identityNeedsReason,
  instant,
  NOBODY,
  NotFound,
  readAppealNumber,
  sees,
  type Party,
  type Staff,
} from '@hub/domain';
import { AppealQuery, AuditQuery, UnitOfWork, type AppealEntity } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

export interface Identity {
  readonly party: Party;
  readonly messages: readonly { readonly id: number; readonly text: string }[];
}

/** How long a look behind the masks also opens the letters as they came. */
const OPEN_MS = 3_600_000;

/** Looks behind the masks: who may, with a reason where one is asked, and never without a trace. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly appeals: AppealQuery,
    private readonly chain: AuditQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async reveal(typed: string, given: string | undefined, by: Staff): Promise<Identity> {
    const appeal = await this.appeals.byNumber(readAppealNumber(typed) ?? '');
    if (!sees(by, appeal)) throw new NotFound();
    const level = identityLevel(by, appeal);
    if (level === 'none')
      throw new Fault('forbidden', 'identity', '您不能查看这一件的反映人身份。', '保密件和不由您承办的件，请找局办公室。');
    const reason = given?.trim() ?? '';
    if (!reason && identityNeedsReason(by))
      throw new Fault('invalid', 'reason', '查看身份要写明事由。', '请写为什么要看，会记入历史和审计。');
    if (appeal.secrecy === 'anonymous') throw new Fault('refused', 'anonymous', '这一件是匿名的，没有身份信息。');
    const party = await this.recorded(appeal, level, reason, by);
    if (level === 'phone') return { party: { ...NOBODY, phone: party.phone }, messages: [] };
    const { messages } = await this.appeals.whole(appeal);
    return { party, messages: messages.map(({ id, text }) => ({ id, text })) };
  }

  /** Whether this person has looked within the hour: the letter as it came shows no more than that. */
  looked(number: string, by: Staff): Promise<boolean> {
    return this.chain.didSince(by.id, 'identity', number, instant(this.clock().getTime() - OPEN_MS));
  }

  /** The history line and the entry stand before anything is shown. */
  private recorded({ id, number }: AppealEntity, level: string, reason: string, by: Staff): Promise<Party> {
    return this.work.run(async ({ appeals, persons, audit }) => {
      const { status } = await appeals.hold(number);
      const at = instant(this.clock());
      const who = { byId: by.id, byName: by.name, at };
      const note = [level === 'phone' ? '电话' : '', reason].filter(Boolean).join('：').slice(0, 2000);
      await appeals.addHistory([
        { appealId: id, act: 'identity', way: null, fromStatus: status, toStatus: status, note, ...who },
      ]);
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'identity', subject: number, detail: { level, reason } });
      return persons.partyOf(id);
    });
  }
}
