import { Injectable } from '@nestjs/common';
import { dayOf, Fault, initialWaivers, type Kind, type Office, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { Inject } from '@nestjs/common';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { CaseActs } from './case-act';
import { mailFor } from './citizen-mail';

export interface Acceptance {
  readonly kind?: Kind;
  readonly track?: string;
  readonly topic?: string;
  readonly note?: string;
}

export interface NonAcceptance {
  readonly ground: string;
  readonly rightPath: string;
  /** Account of the leader who consents; not needed where a leader acts. */
  readonly consentBy?: string;
}

/** The office decides whether a submission is taken up. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  accept(number: string, body: Acceptance, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'acceptance', version }, async ({ appeal, stores }) => {
      const kind = body.kind ?? appeal.kind;
      const change = { kind, track: body.track ?? appeal.track, topic: body.topic ?? appeal.topic };
      if (kind === appeal.kind) return { change, note: body.note ?? '' };
      // Another kind may need other steps; what was promised stays promised by date.
      const party = await stores.persons.partyOf(appeal.id);
      const waivers = initialWaivers(kind, Boolean(party.phone || party.email || party.address), this.office.rules);
      return { change: { ...change, contactWaiver: waivers.contact, siteWaiver: waivers.site }, note: body.note ?? '' };
    });
  }

  /** Needs a leader's consent (信访工作条例2022 §23: the person is told why, and where to go). */
  refuse(number: string, body: NonAcceptance, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'non-acceptance', version }, async ({ appeal, stores, now }) => {
      const consent =
        by.role === 'leader' ? by.name : await this.consentOf(body.consentBy, (account) => stores.staff.byAccount(account));
      const to = mailFor(appeal, await stores.persons.partyOf(appeal.id));
      if (to)
        await stores.outbox.add([
          this.letters.write('non-acceptance', appeal, to, now, { ground: body.ground, rightPath: body.rightPath }),
        ]);
      return { change: { informedAt: now }, note: `依据：${body.ground}；正确途径：${body.rightPath}；${consent}同意` };
    });
  }

  discard(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'discard', version }, async () => ({ note: reason }));
  }

  restore(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'restore', version }, async () => ({ note: reason }));
  }

  withdraw(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'withdrawal', version }, async ({ now }) => ({
      note: `${reason}（${dayOf(now)}）`,
    }));
  }

  private async consentOf(
    account: string | undefined,
    find: (account: string) => Promise<(Staff & { disabled: boolean }) | null>,
  ): Promise<string> {
    const leader = account ? await find(account.toLowerCase()) : null;
    if (leader?.role === 'leader' && !leader.disabled) return leader.name;
    throw new Fault(
      'refused',
      'consent-missing',
      '不予受理须分管领导同意。',
      '请在 consentBy 写明同意的局领导账号，或由局领导办理。',
    );
  }
}
