import type { Instant } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { MailBlockEntity } from '../entities/mail-block.entity';
import type { Secrets } from '../secrets';

/** Addresses to which nothing is sent for now, or until somebody puts them right. */
export class MailBlockStore {
  constructor(
    private readonly manager: EntityManager,
    private readonly secrets: Secrets,
  ) {}

  /** Why nothing goes to these addresses (see `bounceReason`), by address; one look-up for all. */
  async of(addresses: readonly string[], now: Instant): Promise<Map<string, string>> {
    const indexed = addresses.flatMap((address) => this.secrets.indexes('email', address).map((index) => ({ address, index })));
    if (!indexed.length) return new Map();
    const rows = await this.manager.findBy(MailBlockEntity, { emailIndex: In(indexed.map(({ index }) => index)) });
    const shut = rows.filter(({ until }) => until === null || until > now);
    return new Map(
      shut.flatMap(({ emailIndex, reason }) =>
        indexed.filter(({ index }) => index === emailIndex).map(({ address }) => [address, reason] as const),
      ),
    );
  }

  async block(address: string, { reason, until, at }: Pick<MailBlockEntity, 'reason' | 'until' | 'at'>): Promise<void> {
    const emailIndex = this.secrets.index('email', address);
    if (!emailIndex) return;
    await this.lift(address);
    await this.manager.insert(MailBlockEntity, { emailIndex, sealed: this.secrets.seal(address), reason, until, at });
  }

  async lift(address: string): Promise<void> {
    const indexes = this.secrets.indexes('email', address);
    if (indexes.length) await this.manager.delete(MailBlockEntity, { emailIndex: In(indexes) });
  }
}
