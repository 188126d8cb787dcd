import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { checkedToken, instant, NotFound, SYSTEM_NAME, TOKEN_PREFIX, type Staff, type TokenForm } from '@hub/domain';
import { UnitOfWork, type NewAuditEntry } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';
import { apiTokenHash } from './api-access.service';

/** A fresh token; nobody can show it again. */
export interface NewToken {
  readonly id: number;
  readonly token: string;
}

/** By whom; null where it is done at the server itself. */
export type Keeper = Pick<Staff, 'id' | 'name'> | null;

/** Gives tokens to other systems and takes them back. */
@Injectable()
export class ApiTokenService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(form: TokenForm, by: Keeper): Promise<NewToken> {
    const now = instant(this.clock());
    const { scopes, ...checked } = checkedToken(form, now);
    const fresh = freshToken();
    const id = await this.work.run(async ({ api, audit }) => {
      const row = { ...checked, ...fresh.kept, scopes: scopes.join(' '), revokedAt: null, lastUsedAt: null };
      const given = await api.addToken({ ...row, createdBy: by?.name ?? SYSTEM_NAME, createdAt: now });
      audit.add({
        ...entry('token.add', given, by, now),
        detail: { name: checked.name, source: checked.source, scopes, expiresAt: checked.expiresAt },
      });
      return given;
    });
    return { id, token: fresh.token };
  }

  /** The same system under a new token; the old one ends at once, and what was handed in stays its own. */
  async renew(id: number, by: Keeper): Promise<NewToken> {
    const fresh = freshToken();
    await this.change(id, fresh.kept, 'token.renew', by);
    return { id, token: fresh.token };
  }

  /** The system's addresses are told of nothing more either. */
  revoke(id: number, by: Keeper): Promise<void> {
    return this.change(id, { revokedAt: instant(this.clock()) }, 'token.revoke', by);
  }

  private change(id: number, change: { tokenHash: string; ending: string } | { revokedAt: string }, action: string, by: Keeper) {
    return this.work.run(async ({ api, webhooks, audit }) => {
      if ('revokedAt' in change) await webhooks.pauseAllOf(id);
      if (!(await api.changeToken(id, change))) throw new NotFound('没有这个令牌，或已经吊销。', '请刷新列表。');
      audit.add(entry(action, id, by, instant(this.clock())));
    });
  }
}

function freshToken() {
  const token = TOKEN_PREFIX + randomBytes(32).toString('base64url');
  return { token, kept: { tokenHash: apiTokenHash(token), ending: token.slice(-4) } };
}

const entry = (action: string, id: number, by: Keeper, at: string): NewAuditEntry => ({
  at,
  actorId: by?.id ?? null,
  actorName: by?.name ?? SYSTEM_NAME,
  action,
  subject: `api-token ${id}`,
});
