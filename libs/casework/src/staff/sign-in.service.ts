import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant } from '@hub/domain';
import { OperationsQuery, UnitOfWork, type UserEntity } from '@hub/persistence';
import { hash, verify } from '@node-rs/argon2';
import { CLOCK, type Clock } from '../tokens';

/** argon2id at OWASP's floor: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Compared where there is no such account, so that a wrong name takes as long as a wrong password. */
const NOBODY = hash(randomBytes(16).toString('hex'), COST);
const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

const TRIES = 5;
const WAIT_MS = 15 * 60_000;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Sign-in of staff: a random token in a cookie, its hash in the database. */
@Injectable()
export class SignInService {
  /** Failed tries by account; a restart forgives, which costs an attacker nothing he did not have. */
  private readonly failed = new Map<string, { count: number; until: number }>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: OperationsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `from` is the asker's network address. */
  async signIn(
    account: string,
    password: string,
    hours: number,
    from = '',
  ): Promise<{ token: string; user: UserEntity; expiresAt: Date }> {
    const user = await this.prove(account, password, from);
    const at = instant(this.clock());
    const token = randomBytes(32).toString('base64url');
    const now = this.clock();
    const expiresAt = new Date(now.getTime() + hours * 3_600_000);
    const session = { tokenHash: tokenHash(token), userId: user.id, createdAt: instant(now), expiresAt: instant(expiresAt) };
    await this.work.run(async ({ staff, audit }) => {
      await staff.openSession(session);
      audit.add({ at, actorId: user.id, actorName: user.name, action: 'sign-in', subject: user.account, detail: { from } });
    });
    return { token, user, expiresAt };
  }

  /** The person whose account and password these are, for a word that he gives at somebody else's screen. */
  async prove(account: string, password: string, from = ''): Promise<UserEntity> {
    const name = account.trim().toLowerCase();
    this.refuseLocked(name);
    const at = instant(this.clock());
    const user = await this.work.run(({ staff }) => staff.byAccount(name));
    const right = await verify(user && !user.disabled ? user.passwordHash : await NOBODY, password).catch(() => false);
    if (!user || user.disabled || !right) {
      this.remember(name);
      // What was typed may be a password in the wrong field: only accounts that exist are named.
      const failed = { actorId: user?.id ?? null, actorName: user?.name ?? '未登录', subject: user ? name : '没有这个账号' };
      await this.work.run(async ({ audit }) => audit.add({ at, ...failed, action: 'sign-in.failed', detail: { from } }));
      throw new Fault('unauthenticated', 'sign-in', '账号或密码不对。', '请核对后再试；忘记密码请找系统管理员。');
    }
    this.failed.delete(name);
    return user;
  }

  personOf(token: string): Promise<UserEntity | null> {
    return this.operations.personOfSession(tokenHash(token), instant(this.clock()));
  }

  async signOut(token: string): Promise<void> {
    const user = await this.personOf(token);
    await this.work.run(async ({ staff, audit }) => {
      await staff.closeSession(tokenHash(token));
      if (!user) return;
      const at = instant(this.clock());
      audit.add({ at, actorId: user.id, actorName: user.name, action: 'sign-out', subject: user.account });
    });
  }

  private refuseLocked(name: string): void {
    const tries = this.failed.get(name);
    if (!tries || tries.until < Date.now()) return void this.failed.delete(name);
    if (tries.count >= TRIES)
      throw new Fault('limited', 'locked', `已试 ${TRIES} 次，请等 15 分钟。`, '或请系统管理员重设密码。');
  }

  private remember(name: string): void {
    if (this.failed.size > 10_000) this.failed.clear();
    const count = (this.failed.get(name)?.count ?? 0) + 1;
    this.failed.set(name, { count, until: Date.now() + WAIT_MS });
  }
}
