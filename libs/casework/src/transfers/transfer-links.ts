import { Injectable } from '@nestjs/common';
import { NotFound } from '@hub/domain';
import { Secrets, TransferQuery, type TransferEntity } from '@hub/persistence';
import { TryLimits } from '../tries/try-limits';

/** Whoever has the link of a transfer is the department; a wrong one tells nothing, and may not be tried often. */
@Injectable()
export class TransferLinks {
  constructor(
    private readonly transfers: TransferQuery,
    private readonly secrets: Secrets,
    private readonly limits: TryLimits,
  ) {}

  /** `from` is the asker's address. */
  async find(token: string, from: string): Promise<TransferEntity> {
    const transfer = /^[a-z2-7]{26}$/.test(token) ? await this.transfers.byLink(this.secrets.linkHash(token)) : null;
    if (transfer) return transfer;
    await this.limits.count('link', { from });
    throw new NotFound();
  }
}
