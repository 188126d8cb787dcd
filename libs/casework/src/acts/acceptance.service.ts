import { Inject, Injectable } from '@nestjs/common';
import { Fault, type Office, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { CaseActs, type ActContext } from './case-act';
import { mailFor } from './citizen-mail';
import { LeakCheckService } from './leak-check.service';
import { reclassified, type Classification } from './classification';

export type Acceptance = Classification & { readonly note?: string };

export interface Refusal {
  readonly ground?: string;
  readonly rightPath?: string;
  /** Account of the leader who has consented in writing; not needed where a leader acts. */
  readonly consentBy?: string;
}

const isLeader = ({ role }: Staff): boolean => role === 'leader' || role === 'director';

/** The office decides whether a submission is taken up. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  accept(number: string, body: Acceptance, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'acceptance', version }, async ({ appeal, stores }) => {
      const { change, words } = await reclassified(appeal, body, stores, this.office.rules);
      const closed = { refusalGround: null, refusalPath: null };
      return { change: { ...change, ...closed }, note: [words, body.note].filter(Boolean).join('；') };
    });
  }

  /** Kind, track or topic change while the appeal is under way; the line says from what to what and why. */
  classify(
    number: string,
    body: Classification & { readonly reason: string },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'classification', version }, async ({ appeal, stores }) => {
      const { change, words } = await reclassified(appeal, body, stores, this.office.rules);
      if (!words)
        throw new Fault('invalid', 'nothing-changed', '归类和原来一样，没有要改的。', '请改类型、途径或主题，或直接关闭。');
      return { change, note: `${words}：${body.reason}` };
    });
  }

  /** The office proposes; a leader's own act is the consent. */
  proposeRefusal(number: string, body: Refusal, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'non-acceptance', way: 'propose', version }, async () => {
      const { ground, rightPath } = wholeRefusal(body);
      return { change: { refusalGround: ground, refusalPath: rightPath }, note: `依据：${ground}；正确途径：${rightPath}` };
    });
  }

  declineRefusal(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'non-acceptance', way: 'decline', version }, async () => ({
      change: { refusalGround: null, refusalPath: null },
      note: reason,
    }));
  }

  /** Needs a leader's consent (信访工作条例2022 §23: the person is told why, and where to go). */
  refuse(number: string, body: Refusal, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'non-acceptance', version }, async (context) => {
      const { appeal, stores, now } = context;
      const consent = isLeader(by) ? `${by.name}同意` : await writtenConsent(body.consentBy, context);
      const { ground, rightPath } = wholeRefusal({
        ground: body.ground ?? appeal.refusalGround ?? '',
        rightPath: body.rightPath ?? appeal.refusalPath ?? '',
      });
      const parts = [
        { where: '依据', text: ground },
        { where: '正确途径', text: rightPath },
      ];
      await this.leaks.refuse(context, { audience: 'citizen', parts });
      const to = mailFor(appeal, await stores.persons.partyOf(appeal.id));
      if (to) await stores.outbox.add([this.letters.write('non-acceptance', appeal, to, now, { ground, rightPath })]);
      const change = { informedAt: now, refusalGround: ground, refusalPath: rightPath };
      return { change, note: `依据：${ground}；正确途径：${rightPath}；${consent}` };
    });
  }

  discard(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'discard', version }, async () => ({ note: reason }));
  }

  restore(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'restore', version }, async () => ({ note: reason }));
  }

  /** A report that its citizen takes back may go on by the office's own duty: then nobody is answered but the law is kept. */
  withdraw(
    number: string,
    body: { readonly reason: string; readonly exOfficio?: boolean },
    by: Staff,
    version?: number,
  ): Promise<AppealEntity> {
    const way = body.exOfficio ? { way: 'ex-officio' } : {};
    return this.acts.perform({ number, by, act: 'withdrawal', ...way, version }, async () => ({ note: body.reason }));
  }
}

function wholeRefusal({ ground, rightPath }: Refusal): { ground: string; rightPath: string } {
  if (ground?.trim() && rightPath?.trim()) return { ground: ground.slice(0, 500), rightPath: rightPath.slice(0, 500) };
  throw new Fault('invalid', 'refusal-empty', '不予受理要写明依据和正确途径。', '请写明依据哪一条，以及反映人应当向哪里提出。');
}

async function writtenConsent(account: string | undefined, { stores }: ActContext): Promise<string> {
  const leader = account ? await stores.staff.byAccount(account.toLowerCase()) : null;
  if (leader && isLeader(leader) && !leader.disabled) return `经${leader.name}书面同意`;
  throw new Fault(
    'refused',
    'consent-missing',
    '不予受理须分管领导同意。',
    '请先提出拟办意见，由局领导在系统里同意；已有书面签批的，请在 consentBy 写明局领导的账号。',
  );
}
