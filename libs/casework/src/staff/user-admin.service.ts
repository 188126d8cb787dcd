import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, NotFound, ROLE_WORDS, ROLES, SYSTEM_NAME, unitName, type Office, type Role } from '@hub/domain';
import { isDuplicate, UnitOfWork, type NewAuditEntry } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { hashPassword } from './sign-in.service';

export interface NewUser {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly unitId: string | null;
  readonly password: string;
}

/** Accounts of staff, made and ended by the administrator. */
@Injectable()
export class UserAdminService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add({ account, name, role, unitId, password }: NewUser): Promise<void> {
    const plain = account.trim().toLowerCase();
    if (!/^[a-z0-9][a-z0-9._-]{1,58}$/.test(plain))
      throw new Fault('invalid', 'account', `账号“${account}”不行。`, '请用 2 到 59 个小写字母、数字、点或横线。');
    if (!ROLES.includes(role as Role))
      throw new Fault(
        'invalid',
        'role',
        `没有“${role}”这个角色。`,
        `可选：${ROLES.map((one) => `${one}（${ROLE_WORDS[one]}）`).join('、')}。`,
      );
    if (unitId && !unitName(this.office, unitId))
      throw new Fault(
        'invalid',
        'unit',
        `没有“${unitId}”这个单位。`,
        `可选：${this.office.units.map(({ id }) => id).join('、')}。`,
      );
    if ((role === 'handler' || role === 'section-head') && !unitId)
      throw new Fault('invalid', 'unit', '科室负责人和承办人要写明单位。', '请加上 --unit。');
    refuseWeak(password);
    const user = {
      account: plain,
      name: name.trim() || plain,
      role: role as Role,
      unitId: unitId || null,
      disabled: false,
      createdAt: instant(this.clock()),
    };
    const passwordHash = await hashPassword(password);
    try {
      await this.work.run(async ({ staff, audit }) => {
        await staff.add({ ...user, passwordHash });
        audit.add(this.entry('user.add', plain, { role, unitId: user.unitId }));
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Fault('refused', 'account-taken', `账号 ${plain} 已经有了。`, '请换一个账号，或用 yxt user passwd 改密码。');
      throw error;
    }
  }

  async changePassword(account: string, password: string): Promise<void> {
    refuseWeak(password);
    const passwordHash = await hashPassword(password);
    await this.change(account, { passwordHash });
  }

  disable(account: string): Promise<void> {
    return this.change(account, { disabled: true });
  }

  private change(account: string, change: { passwordHash?: string; disabled?: boolean }): Promise<void> {
    return this.work.run(async ({ staff, audit }) => {
      const user = await staff.byAccount(account.trim().toLowerCase());
      if (!user) throw new NotFound(`没有账号 ${account}。`, '用 yxt user list 看全部账号。');
      await staff.change(user.id, change);
      audit.add(this.entry(change.disabled ? 'user.disable' : 'user.password', user.account));
    });
  }

  private entry(action: string, subject: string, detail: Record<string, unknown> = {}): NewAuditEntry {
    return { at: instant(this.clock()), actorId: null, actorName: SYSTEM_NAME, action, subject, detail };
  }
}

function refuseWeak(password: string): void {
  if ([...password].length < 8) throw new Fault('invalid', 'password', '密码太短。', '至少 8 位；几个词连起来，好记又难猜。');
}
