import type { Instant } from '@hub/domain';
import { LessThan, type EntityManager } from 'typeorm';
import { SessionEntity, UserEntity } from '../entities/user.entity';

/** Members of staff and their sign-ins. */
export class StaffStore {
  constructor(private readonly manager: EntityManager) {}

  async add(user: Omit<UserEntity, 'id'>): Promise<void> {
    await this.manager.insert(UserEntity, user);
  }

  byAccount(account: string): Promise<UserEntity | null> {
    return this.manager.findOneBy(UserEntity, { account });
  }

  /** Whether a unit has a head in office. */
  hasHead(unitId: string): Promise<boolean> {
    return this.manager.existsBy(UserEntity, { unitId, role: 'section-head', disabled: false });
  }

  /** Everybody's name, also of those who have left. */
  async names(): Promise<string[]> {
    const users = await this.manager.find(UserEntity, { select: { id: true, name: true } });
    return users.map(({ name }) => name);
  }

  byId(id: number): Promise<UserEntity | null> {
    return this.manager.findOneBy(UserEntity, { id });
  }

  /** Changes a member of staff; whoever loses the account or gets a new password loses the sign-ins too. */
  async change(id: number, change: Partial<Pick<UserEntity, 'passwordHash' | 'disabled'>>): Promise<void> {
    await this.manager.update(UserEntity, { id }, change);
    await this.manager.delete(SessionEntity, { userId: id });
  }

  async openSession(session: SessionEntity): Promise<void> {
    await this.manager.delete(SessionEntity, { expiresAt: LessThan(session.createdAt) });
    await this.manager.insert(SessionEntity, session);
  }

  async closeSession(tokenHash: string): Promise<void> {
    await this.manager.delete(SessionEntity, { tokenHash });
  }
}

/** The person behind a session that has not ended, or null; disabled accounts have none. */
export async function personOfSession(manager: EntityManager, tokenHash: string, now: Instant): Promise<UserEntity | null> {
  return manager
    .createQueryBuilder(UserEntity, 'user')
    .innerJoin(SessionEntity, 'session', 'session.userId = user.id')
    .where('session.tokenHash = :tokenHash AND session.expiresAt > :now AND user.disabled = :disabled', {
      tokenHash,
      now,
      disabled: false,
    })
    .getOne();
}
