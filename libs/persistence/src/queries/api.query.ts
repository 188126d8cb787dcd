import { Injectable } from '@nestjs/common';
import type { DeliveryState } from '@hub/domain';
import { In } from 'typeorm';
import { Database } from '../database';
import { ApiSubmissionEntity } from '../entities/api-submission.entity';
import { ApiTokenEntity } from '../entities/api-token.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import { WebhookDeliveryEntity, WebhookSubscriptionEntity } from '../entities/webhook.entities';
import { MessageEntity } from '../entities/message.entity';

/** What other systems may do and what they handed in. */
@Injectable()
export class ApiQuery {
  constructor(private readonly database: Database) {}

  private get manager() {
    return this.database.reader.manager;
  }

  tokens(): Promise<ApiTokenEntity[]> {
    return this.manager.find(ApiTokenEntity, { order: { id: 'ASC' } });
  }

  tokenByHash(tokenHash: string): Promise<ApiTokenEntity | null> {
    return this.manager.findOneBy(ApiTokenEntity, { tokenHash });
  }

  submissionByKey(tokenId: number, keyHash: string): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { tokenId, keyHash });
  }

  submissionByItem(sourceKey: string): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { sourceKey });
  }

  /** What this system handed in that became the appeal; null where it did not. */
  submissionOf(appealId: number, tokenId: number): Promise<ApiSubmissionEntity | null> {
    return this.manager.findOneBy(ApiSubmissionEntity, { appealId, tokenId });
  }

  webhooks(): Promise<WebhookSubscriptionEntity[]> {
    return this.manager.find(WebhookSubscriptionEntity, { order: { id: 'ASC' } });
  }

  /** How many of its deliveries wait, and how many were given up, by address. */
  async deliveryCounts(): Promise<Map<number, Partial<Record<DeliveryState, number>>>> {
    const rows = await this.manager
      .createQueryBuilder(WebhookDeliveryEntity, 'delivery')
      .select('delivery.subscriptionId', 'id')
      .addSelect('delivery.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .where("delivery.state IN ('pending', 'dead')")
      .groupBy('delivery.subscriptionId')
      .addGroupBy('delivery.state')
      .getRawMany<{ id: number | string; state: DeliveryState; count: number | string }>();
    const counts = new Map<number, Partial<Record<DeliveryState, number>>>();
    for (const { id, state, count } of rows) counts.set(Number(id), { ...counts.get(Number(id)), [state]: Number(count) });
    return counts;
  }

  /** What was told or is to be, newest first. */
  deliveries(states: readonly DeliveryState[], limit: number): Promise<WebhookDeliveryEntity[]> {
    return this.manager.find(WebhookDeliveryEntity, { where: { state: In([...states]) }, order: { id: 'DESC' }, take: limit });
  }

  /** What the citizen was answered, oldest first. */
  repliesTo(appealId: number): Promise<MessageEntity[]> {
    return this.manager.find(MessageEntity, { where: { appealId, direction: 'out' }, order: { at: 'ASC', id: 'ASC' } });
  }

  itemExists(sourceKey: string): Promise<boolean> {
    return this.manager.existsBy(IntakeItemEntity, { channel: 'api', sourceKey });
  }
}
