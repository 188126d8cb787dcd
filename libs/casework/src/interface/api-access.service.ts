import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  draw,
  Fault,
  instant,
  Limited,
  SCOPE_WORDS,
  TOKEN_SCOPES,
  TOKEN_STATE_WORDS,
  tokenState,
  type ApiCaller,
  type Bucket,
  type TokenScope,
} from '@hub/domain';
import { ApiQuery, UnitOfWork, type ApiTokenEntity } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

const HOUR_MS = 3_600_000;

/** A token is 256 random bits: its plain hash can be looked up, and tells nothing by the time that takes. */
export const apiTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const callerOf = ({ id, name, source, scopes, perMinute }: ApiTokenEntity): ApiCaller => ({
  id,
  name,
  source,
  perMinute,
  scopes: TOKEN_SCOPES.filter((scope) => scopes.split(' ').includes(scope)),
});

/** Lets other systems in by their tokens, each for what it may do and as often as it may. */
@Injectable()
export class ApiAccess {
  /** Per process, as a brake: with several processes a system may call as often at each. */
  private readonly buckets = new Map<number, Bucket>();

  constructor(
    private readonly api: ApiQuery,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The system behind the token, or a fault: no token, one that does not hold (any more), a wrong scope, or too often. */
  async enter(token: string | null, scope: TokenScope): Promise<ApiCaller> {
    if (!token) throw new Fault('unauthenticated', 'token-missing', '没有带令牌。', '请加请求头 Authorization: Bearer 令牌。');
    const row = await this.api.tokenByHash(apiTokenHash(token));
    if (!row) throw new Fault('unauthenticated', 'token-unknown', '令牌不对。', '请核对令牌；丢失的请找本局系统管理员换发。');
    const now = this.clock();
    const state = tokenState(row, instant(now));
    if (state !== 'active')
      throw new Fault('unauthenticated', `token-${state}`, `令牌${TOKEN_STATE_WORDS[state]}。`, '请找本局系统管理员换发。');
    const caller = callerOf(row);
    this.slow(caller, now.getTime());
    if (!caller.scopes.includes(scope))
      throw new Fault('forbidden', 'token-scope', `这个令牌不能${SCOPE_WORDS[scope]}。`, '请找本局系统管理员开通这项权限。');
    await this.remember(row, now);
    return caller;
  }

  private slow({ id, perMinute }: ApiCaller, now: number): void {
    const { bucket, waitSeconds } = draw(this.buckets.get(id), perMinute, now);
    this.buckets.set(id, bucket);
    if (waitSeconds)
      throw new Limited(
        'too-often',
        `请求太密，每分钟最多 ${perMinute} 次。`,
        `请等 ${waitSeconds} 秒再试；要提高次数，请找本局系统管理员。`,
        waitSeconds,
      );
  }

  private async remember({ id, lastUsedAt }: ApiTokenEntity, now: Date): Promise<void> {
    const hour = instant(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
    if (lastUsedAt === null || lastUsedAt < hour) await this.work.run(({ api }) => api.used(id, hour));
  }
}
