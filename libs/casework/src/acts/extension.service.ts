import { Inject, Injectable } from '@nestjs/common';
import { checkExtension, dayOf, extended, Fault, longDate, movesFinish, type Day, type Office, type Staff } from '@hub/domain';
import type { AppealEntity, ExtensionEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { CaseActs, type ActContext } from './case-act';
import { mailFor } from './citizen-mail';
import { LeakCheckService } from './leak-check.service';

/** More time for the answer (延期): asked by the section, approved by a leader, told to the citizen with reason and new date. */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  ask(
    number: string,
    { reason, newDueOn }: { reason: string; newDueOn: Day },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'extension', way: 'ask', version }, async (context) => {
      const { appeal, stores, now } = context;
      if (appeal.replyDoneAt) throw new Fault('refused', 'already-answered', '答复已经送达，不用延期。');
      // The reason will stand in the letter.
      await this.leaks.refuse(context, { audience: 'citizen', parts: [{ where: '延期理由', text: reason }] });
      const before = await stores.extensions.of(appeal.id);
      checkExtension(appeal, newDueOn, before.some(hasMovedFinish), this.office.rules, dayOf(now));
      await stores.extensions.add({
        appealId: appeal.id,
        reason,
        oldDueOn: appeal.replyDueOn,
        newDueOn,
        statutory: movesFinish(appeal, newDueOn),
        askedById: by.id,
        askedBy: by.name,
        askedAt: now,
        state: 'asked',
        decidedBy: null,
        decidedAt: null,
        words: null,
      });
      return { change: { extensionAsked: true }, note: `到${longDate(newDueOn)}。${reason}` };
    });
  }

  approve(number: string, words: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'extension', way: 'approve', version }, async (context) => {
      const { appeal, stores, now } = context;
      const all = await stores.extensions.of(appeal.id);
      const asked = pending(all);
      const { newDueOn, reason } = asked;
      if (asked.askedById === by.id)
        throw new Fault('forbidden', 'own-extension', '不能批准自己提出的延期。', '请由另一位局领导批准。');
      // Measured again: the days may have moved since it was asked for.
      checkExtension(appeal, newDueOn, all.some(hasMovedFinish), this.office.rules, dayOf(now));
      if (movesFinish(appeal, newDueOn) && by.role !== 'director')
        throw new Fault('forbidden', 'director-decides', '超过法定办结日的延期，须由局主要领导批准。', '请报局主要领导。');
      const change = extended(appeal, newDueOn, dayOf(now));
      await stores.extensions.decide(asked.id, { state: 'approved', decidedBy: by.name, decidedAt: now, words: words || null });
      const told = await this.tell(context, { ...appeal, ...change }, reason);
      return { change: { ...change, extensionAsked: false }, note: `${told}到${longDate(newDueOn)}。原因：${reason}` };
    });
  }

  refuse(number: string, words: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'extension', way: 'refuse', version }, async ({ appeal, stores, now }) => {
      const asked = pending(await stores.extensions.of(appeal.id));
      await stores.extensions.decide(asked.id, { state: 'refused', decidedBy: by.name, decidedAt: now, words });
      return { change: { extensionAsked: false }, note: words };
    });
  }

  /** By letter where there is an address; who left none reads it on his page. */
  private async tell({ stores, now }: ActContext, appeal: AppealEntity, reason: string): Promise<string> {
    const to = mailFor(appeal, await stores.persons.partyOf(appeal.id));
    if (!to) return '没有邮箱，请另行告知。';
    await stores.outbox.add([this.letters.write('extension', appeal, to, now, { reason })]);
    return '';
  }
}

const hasMovedFinish = ({ state, statutory }: ExtensionEntity): boolean => state === 'approved' && statutory;

function pending(all: readonly ExtensionEntity[]): ExtensionEntity {
  const asked = all.findLast(({ state }) => state === 'asked');
  if (!asked) throw new Fault('refused', 'no-extension-asked', '没有等着批的延期申请。', '申请已经批过，请刷新后再看。');
  return asked;
}
