import { Injectable } from '@nestjs/common';
import { OPEN311_CLOSED, type DeliveryState, type Instant, type Topic } from '@hub/domain';
import { In } from 'typeorm';
import { Database } from '../database';
import { AppealEntity } from '../entities/appeal.entity';
import { ApiSubmissionEntity } from '../entities/api-submission.entity';
import { ApiTokenEntity } from '../entities/api-token.entity';
import { IntakeItemEntity } from '../entities/intake-item.entity';
import { WebhookDeliveryEntity, WebhookSubscriptionEntity } from '../entities/webhook.entities';
import { MessageEntity } from '../entities/message.entity';

/** These numbers, or all of a time and kind. */
export type OwnFilter = { readonly limit: number; readonly offset: number } & (
  | { readonly numbers: readonly string[] }
  | {
      readonly from: Instant;
      readonly to: Instant;
      readonly services: readonly Topic[];
      readonly status: 'open' | 'closed' | null;
    }
);

export interface OwnRequest {
  readonly appeal: AppealEntity;
  readonly submission: ApiSubmissionEntity;
  readonly text: string;
}

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

  /** What a system handed in, newest first, with what it wrote. */
  async ownRequests(tokenId: number, filter: OwnFilter): Promise<OwnRequest[]> {
    const query = this.manager
      .createQueryBuilder(ApiSubmissionEntity, 'submission')
      .innerJoinAndMapOne('submission.appeal', AppealEntity, 'appeal', 'appeal.id = submission.appealId')
      .where('submission.tokenId = :tokenId', { tokenId })
      .orderBy('submission.receivedAt', 'DESC')
      .addOrderBy('submission.id', 'DESC')
      .limit(filter.limit)
      .offset(filter.offset);
    if ('numbers' in filter) query.andWhere('appeal.number IN (:...numbers)', { numbers: [...filter.numbers, ''] });
    else {
      const { from, to, services, status } = filter;
      query.andWhere('submission.receivedAt >= :from AND submission.receivedAt <= :to', { from, to });
      if (services.length)
        query.andWhere("COALESCE(submission.serviceCode, appeal.topic, 'other') IN (:...services)", { services });
      if (status) query.andWhere(`appeal.status ${status === 'closed' ? '' : 'NOT '}IN (:...closed)`, { closed: OPEN311_CLOSED });
    }
    const rows = (await query.getMany()) as (ApiSubmissionEntity & { appeal: AppealEntity })[];
    const texts = await this.firstWords(rows.map(({ appeal }) => appeal.id));
    return rows.map(({ appeal, ...submission }) => ({ appeal, submission, text: texts.get(appeal.id) ?? '' }));
  }

  private async firstWords(appealIds: readonly number[]): Promise<Map<number, string>> {
    if (!appealIds.length) return new Map();
    const rows = await this.manager.find(MessageEntity, {
      select: { id: true, appealId: true, text: true },
      where: { appealId: In([...appealIds]), direction: 'in' },
      order: { id: 'DESC' },
    });
    return new Map(rows.map(({ appealId, text }) => [appealId, text]));
  }

  itemExists(sourceKey: string): Promise<boolean> {
    return this.manager.existsBy(IntakeItemEntity, { channel: 'api', sourceKey });
  }
}
