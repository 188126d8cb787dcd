import { Inject, Injectable } from '@nestjs/common';
import {
  CONTACT_WORDS,
  CONTACT_RESULT_WORDS,
  contactSettled,
  dayOf,
  Fault,
  longDate,
  maskPhone,
  MILESTONE_WORDS,
  type ContactOutcome,
  type Day,
  type Instant,
  type Office,
  type Staff,
  type WaivedMilestone,
} from '@hub/domain';
import type { AppealEntity, ContactRecordEntity } from '@hub/persistence';
import { Letters } from '../letters';
import { OFFICE } from '../tokens';
import { shareSite } from '../matters/share-site';
import { CaseActs } from './case-act';
import { mailFor } from './citizen-mail';
import { LeakCheckService } from './leak-check.service';

export interface ContactRecord {
  readonly at?: Instant;
  readonly method: ContactRecordEntity['method'];
  readonly outcome: ContactOutcome;
  /** The number that was called; kept masked. Without it, the one the citizen left. */
  readonly called?: string | undefined;
  readonly words: string;
}

export interface Waiver {
  readonly milestone: WaivedMilestone;
  /** One of the office's list. */
  readonly reason: string;
  readonly remark?: string | undefined;
}

export interface SiteRecord {
  readonly at: Instant;
  readonly officers: readonly string[];
  readonly place: string;
  readonly findings: string;
}

/** The records that stop the clocks: a step is done when its evidence stands, not when somebody clicks. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly acts: CaseActs,
    private readonly letters: Letters,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  contact(number: string, body: ContactRecord, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'contact-records', version }, async ({ appeal, stores, now }) => {
      const at = checkedMoment(body.at ?? now, appeal, now);
      const { method, outcome, words } = body;
      const number = method === 'phone' ? body.called?.trim() || (await stores.persons.partyOf(appeal.id)).phone : null;
      const called = number ? maskPhone(number) : null;
      const record = { appealId: appeal.id, at, byId: by.id, byName: by.name, method, outcome, called, words };
      await stores.evidence.addContact(record);
      const settled = appeal.contactDoneAt ? null : contactSettled(await stores.evidence.contactsOf(appeal.id));
      const result = settled?.result === 'unreachable' ? `多次联系，记为${CONTACT_RESULT_WORDS.unreachable}。` : '';
      return {
        change: { contactDoneAt: appeal.contactDoneAt ?? settled?.at ?? null, handlerId: appeal.handlerId ?? by.id },
        note: `${called ? `${called} ` : ''}${CONTACT_WORDS[outcome]}。${result}${words}`,
      };
    });
  }

  site(number: string, body: SiteRecord, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'site-records', version }, async ({ appeal, stores, now }) => {
      const at = checkedMoment(body.at, appeal, now);
      const officers = [...new Set(body.officers.map((name) => name.trim()).filter(Boolean))];
      if (officers.length < 2) throw new Fault('invalid', 'officers', '现场调查须两人到场。', '请写明两名工作人员的姓名。');
      const { place, findings } = body;
      const record = { at, officers, place, findings, byId: by.id, byName: by.name };
      const id = await stores.evidence.addSite({ appealId: appeal.id, ...record, sharedFrom: null });
      await shareSite({ ...record, id }, { appeal, stores, now, by });
      return { change: { siteDoneAt: appeal.siteDoneAt ?? at }, note: `${officers.join('、')}，${place}` };
    });
  }

  /** A step is waived only for a reason of the office's list, so that the statistics can tell waivers apart. */
  waive(number: string, { milestone, reason, remark }: Waiver, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'waivers', version }, async ({ appeal }) => {
      const listed = this.office.rules.waiverReasons[milestone];
      if (!listed.includes(reason))
        throw new Fault('invalid', 'waiver-reason', `“${reason}”不是可以免办的事由。`, `可选：${listed.join('；')}。`);
      if (appeal[`${milestone}DoneAt`]) throw new Fault('refused', 'already-done', '这一步已有记录，不用免办。');
      return {
        change: milestone === 'contact' ? { contactWaiver: reason } : { siteWaiver: reason },
        note: `${MILESTONE_WORDS[milestone]}：${reason}${remark?.trim() ? `。${remark.trim()}` : ''}`,
      };
    });
  }

  /** Asks the citizen; the appeal waits until a date, and the clocks go on unless the office has set that they stand still. */
  ask(number: string, body: { readonly text: string; readonly dueOn: Day }, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'question', version }, async (context) => {
      const { appeal, stores, now } = context;
      await this.leaks.refuse(context, { audience: 'citizen', parts: [{ where: '问题', text: body.text }] });
      if (body.dueOn < dayOf(now)) throw new Fault('invalid', 'due-on', '回答的期限已经过去。', '请写今天或以后的日期。');
      const to = mailFor(appeal, await stores.persons.partyOf(appeal.id));
      const fields = { text: body.text, answerBy: longDate(body.dueOn) };
      if (to) await stores.outbox.add([this.letters.write('question', appeal, to, now, fields)]);
      const waitSince = this.office.rules.pauseWhileWaiting ? dayOf(now) : null;
      return { change: { waitDueOn: body.dueOn, waitSince }, note: body.text };
    });
  }

  /** What the citizen added by phone or in person. */
  supplement(number: string, text: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supplement', version }, async ({ appeal, stores, now }) => {
      const id = await stores.counters.take('message-id', 1);
      const remarks = [`${by.name}代为登记`];
      await stores.messages.add([{ id, appealId: appeal.id, direction: 'in', author: '反映人', text, at: now, remarks }]);
      return {};
    });
  }

  /** The citizen has not answered in time: the section goes on with what it has. */
  goOn(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'supplement', way: 'none', version }, ({ appeal, now }) => {
      const { waitDueOn } = appeal;
      if (waitDueOn && dayOf(now) <= waitDueOn)
        throw new Fault(
          'refused',
          'still-waiting',
          `请反映人补充的期限是${longDate(waitDueOn)}，还没有过。`,
          '期限过后没有补充的，可以继续办理；反映人已经补充的，请登记补充。',
        );
      return Promise.resolve({ note: reason });
    });
  }
}

/** A record tells of something that has happened, and not before the appeal was there. */
function checkedMoment(at: Instant, appeal: AppealEntity, now: Instant): Instant {
  if (at > now) throw new Fault('invalid', 'moment', '记录的时间还没有到。', '请写实际发生的时间。');
  if (dayOf(at) < dayOf(appeal.receivedAt))
    throw new Fault('invalid', 'moment', '记录的时间早于来件收到的日期。', '请核对时间。');
  return at;
}
