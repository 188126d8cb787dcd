import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  Fault,
  isAbout,
  isNamed,
  longDate,
  maskIdentityIn,
  partColumns,
  sees,
  standing,
  unitName,
  type Appeal,
  type Instant,
  type Office,
  type Secrecy,
  type Staff,
} from '@hub/domain';
import { AppealQuery, type AppealEntity, type Stores } from '@hub/persistence';
import { CaseActs, type ActContext } from '../acts/case-act';
import { forbiddenUnit } from '../acts/guarded';
import { OFFICE } from '../tokens';
import { NeutralLetters } from './neutral-letters';

export interface Consent {
  readonly how: string;
  readonly who: string;
  readonly at: Instant;
  readonly words: string;
}

export interface Confidentiality {
  readonly secrecy: Secrecy;
  readonly reason: string;
  readonly consent?: Consent;
}

export interface Target {
  /** Undefined stays, null takes it back. */
  readonly targetUnitId?: string | null;
  readonly aboutConduct?: boolean;
  readonly reason: string;
}

export interface Naming {
  readonly userId: number;
  readonly reason: string;
  readonly end?: boolean;
}

const WITH_A_UNIT = ['assigned', 'in-hand', 'awaiting-citizen', 'in-review'];

/** Who may know of an appeal: its secrecy, what it is about, and who is named for it. */
@Injectable()
export class GuardService {
  constructor(
    private readonly acts: CaseActs,
    private readonly appeals: AppealQuery,
    private readonly neutral: NeutralLetters,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** Raised by anyone who sees the appeal; lowered only where the citizen himself agreed, which is written down. */
  confidentiality(number: string, body: Confidentiality, by: Staff, version?: number): Promise<AppealEntity> {
    const { secrecy, reason } = body;
    if (secrecy === 'anonymous')
      throw new Fault('invalid', 'secrecy', '留过姓名的件不能改成匿名。', '请改为保密（confidential）。');
    if (secrecy === 'confidential') return this.raise(number, reason, by, version);
    return this.acts.perform({ number, by, act: 'confidentiality', way: 'lower', version }, async ({ appeal, now }) => ({
      change: { secrecy },
      note: `${consentWords(body.consent, appeal, now)}理由：${reason}`,
    }));
  }

  private raise(number: string, reason: string, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'confidentiality', way: 'raise', version }, async (context) => {
      const { appeal, stores } = context;
      const subject = maskIdentityIn(appeal.subject, await stores.persons.partyOf(appeal.id));
      const change = await staysInSight(context, { secrecy: 'confidential', subject }, reason);
      const reworded = await this.neutral.reword(stores, appeal);
      return { change, note: reworded ? `${reason}。还没寄出的 ${reworded} 封信改成只作提醒` : reason };
    });
  }

  /** Says that an appeal is about a unit or about conduct; where it is with somebody who must not have it, it comes back. */
  async target(number: string, body: Target, by: Staff, version?: number): Promise<AppealEntity> {
    const target = body.targetUnitId ? unitName(this.office, body.targetUnitId) : null;
    if (body.targetUnitId && !target)
      throw new Fault(
        'invalid',
        'unit',
        `没有“${body.targetUnitId}”这个单位。`,
        `可选：${this.office.units.map(({ id }) => id).join('、')}。`,
      );
    const known = await this.appeals.byNumber(number);
    const way = WITH_A_UNIT.includes(known.status) && this.mustLeave(known, body) ? { way: 'recall' } : {};
    return this.acts.perform({ number, by, act: 'target', ...way, version }, async (context) => {
      const { appeal } = context;
      const aimed = aimedAt(appeal, body);
      const left = this.mustLeave(appeal, body) ? { ...(await this.withdrawnFrom(context, aimed)), handlerId: null } : {};
      const change = await staysInSight(context, { ...aimed, ...left }, body.reason);
      const words = [
        aimed.targetUnitId ? `反映${unitName(this.office, aimed.targetUnitId) ?? ''}` : '',
        aimed.aboutConduct ? '反映工作人员作风' : '',
      ].filter(Boolean);
      return { change, note: `${words.join('，') || '不反映本局单位和人员'}。${body.reason}` };
    });
  }

  naming(number: string, { userId, reason, end = false }: Naming, by: Staff, version?: number): Promise<AppealEntity> {
    const way = end ? 'end' : 'add';
    return this.acts.perform({ number, by, act: 'naming', way, version }, async ({ appeal, stores, now }) => {
      const user = await stores.staff.byId(userId);
      if (!user) throw new Fault('invalid', 'user', '没有这个人。', '请从工作人员名单里选。');
      if (end === !isNamed(appeal, userId))
        throw new Fault('refused', end ? 'not-named' : 'already-named', `${user.name}${end ? '不在' : '已在'}知悉人名单里。`);
      if (!end) this.refuseUnfit(user, appeal, by);
      if (end) await stores.named.end(appeal.id, [userId]);
      else
        await stores.named.add({
          appealId: appeal.id,
          userId,
          byId: by.id,
          byName: by.name,
          at: now,
          reason: reason.slice(0, 500),
        });
      return { change: { named: await namesOf(stores, appeal.id) }, note: `${user.name}：${reason}` };
    });
  }

  private refuseUnfit(user: Staff & { readonly disabled: boolean }, appeal: AppealEntity, by: Staff): void {
    if (user.disabled || user.role === 'administrator')
      throw new Fault('refused', 'unfit', `${user.name}不能作知悉人。`, '请选在用的业务人员；系统管理员不看来件。');
    if (isAbout(appeal.guard, user.unitId))
      throw new Fault('refused', 'accused-unit', `${user.name}在被反映的单位，不能知悉。`, '请选其他单位的人。');
    if (by.role === 'section-head' && user.unitId !== by.unitId)
      throw new Fault('forbidden', 'other-unit', '科室负责人只能指定本科室的人。', '其他单位的人请由局办公室指定。');
  }

  private mustLeave(appeal: AppealEntity, body: Target): boolean {
    return forbiddenUnit(this.office, { ...appeal, ...aimedAt(appeal, body) }) !== null;
  }

  /** The leading unit goes where it is the wrong one, and so do the helping ones that are. */
  private async withdrawnFrom({ appeal, stores, now, by }: ActContext, aimed: Pick<Appeal, 'targetUnitId' | 'aboutConduct'>) {
    const wrong = (unitId: string) => forbiddenUnit(this.office, { ...appeal, ...aimed, unitId, coUnits: '' }) !== null;
    const settled = { answer: '收回', settledBy: by.name, settledAt: now };
    for (const part of await stores.parts.of(appeal.id))
      if (part.state !== 'released' && wrong(part.unitId)) await stores.parts.settle(part.id, { state: 'released', ...settled });
    return {
      ...partColumns(await stores.parts.of(appeal.id)),
      ...(appeal.unitId && wrong(appeal.unitId) ? { unitId: null } : {}),
    };
  }
}

const aimedAt = (appeal: AppealEntity, { targetUnitId = appeal.targetUnitId, aboutConduct = appeal.aboutConduct }: Target) => ({
  targetUnitId,
  aboutConduct,
});

const namesOf = async (stores: Stores, appealId: number): Promise<string> => {
  const ids = (await stores.named.of(appealId)).map(({ userId }) => userId);
  return ids.length ? `|${ids.join('|')}|` : '';
};

/** Whoever closes an appeal knows it already and goes on seeing it; people of the accused unit who were named lose it. */
async function staysInSight(
  { appeal, stores, now, by }: ActContext,
  change: Partial<Appeal>,
  reason: string,
): Promise<Partial<Appeal>> {
  const after = standing({ ...appeal, ...change });
  const named = await stores.named.of(appeal.id);
  const users = await Promise.all(named.map(({ userId }) => stores.staff.byId(userId)));
  const accused = users.flatMap((user) => (user && isAbout(after.guard, user.unitId) ? [user.id] : []));
  await stores.named.end(appeal.id, accused);
  if (!sees(by, after) && sees(by, { ...after, named: `|${by.id}|` }))
    await stores.named.add({
      appealId: appeal.id,
      userId: by.id,
      byId: by.id,
      byName: by.name,
      at: now,
      reason: reason.slice(0, 500),
    });
  return { ...change, named: await namesOf(stores, appeal.id) };
}

function consentWords(consent: Consent | undefined, appeal: AppealEntity, now: Instant): string {
  if (!consent)
    throw new Fault(
      'refused',
      'consent-missing',
      '降密须有反映人本人的同意。',
      '请在 consent 写明谁（who）、何时（at）、以什么方式（how）、怎么说的（words）。',
    );
  if (consent.at > now || dayOf(consent.at) < dayOf(appeal.receivedAt))
    throw new Fault('invalid', 'moment', '同意的时间不对。', '请写收到来件以后、现在以前的时间。');
  return `${consent.who}于${longDate(dayOf(consent.at))}以${consent.how}同意：“${consent.words}”。`;
}
