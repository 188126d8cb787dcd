import type { DeliveryView, WebhookView } from '@hub/contract';
import { DELIVERY_STATE_WORDS, WEBHOOK_EVENTS, WEBHOOK_EVENT_WORDS, withOffset, type DeliveryState } from '@hub/domain';
import type { WebhookDeliveryEntity, WebhookSubscriptionEntity } from '@hub/persistence';

export const webhookView = (
  webhook: WebhookSubscriptionEntity,
  { pending = 0, dead = 0 }: Partial<Record<DeliveryState, number>>,
): WebhookView => ({
  id: webhook.id,
  name: webhook.name,
  url: webhook.url,
  events: WEBHOOK_EVENTS.filter((event) => webhook.events.split(' ').includes(event)),
  tokenId: webhook.tokenId,
  active: webhook.active,
  trouble: webhook.lastError ? { error: webhook.lastError, failures: webhook.failures, until: withOffset(webhook.openAt) } : null,
  lastOkAt: webhook.lastOkAt && withOffset(webhook.lastOkAt),
  pending,
  dead,
});

export const deliveryView = (delivery: WebhookDeliveryEntity): DeliveryView => ({
  id: delivery.id,
  eventId: delivery.eventId,
  webhookId: delivery.subscriptionId,
  event: delivery.event,
  eventName: WEBHOOK_EVENT_WORDS[delivery.event],
  state: delivery.state,
  stateName: DELIVERY_STATE_WORDS[delivery.state],
  attempts: delivery.attempts,
  nextAt: delivery.state === 'pending' ? withOffset(delivery.nextAt) : null,
  lastError: delivery.lastError,
  createdAt: withOffset(delivery.createdAt),
  sentAt: delivery.sentAt && withOffset(delivery.sentAt),
});
