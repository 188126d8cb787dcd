import { Injectable } from '@nestjs/common';
import { NotFound } from '@hub/domain';
import { Secrets, TransferQuery, type TransferEntity } from '@hub/persistence';
import { TryLimit } from '../doors/try-limit';

/** Whoever has the link of a transfer is the department; a wrong one tells nothing, and may not be tried often. */
@Injectable()
export class TransferLinks {
  private readonly limit = new TryLimit();

  constructor(
    private readonly transfers: TransferQuery,
    private readonly secrets: Secrets,
  ) {}

  /** `from` is the asker's address. */
  async find(token: string, from: string): Promise<TransferEntity> {
    const keys = [`from:${from}`];
    this.limit.check(keys);
    const transfer = /^[a-z2-7]{26}$/.test(token) ? await this.transfers.byLink(this.secrets.linkHash(token)) : null;
    if (transfer) return transfer;
    this.limit.failed(keys);
    throw new NotFound();
  }
}
