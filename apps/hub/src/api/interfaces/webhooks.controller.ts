import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { WebhookService } from '@hub/casework';
import type { DeliveryView, NewWebhookView, WebhookView } from '@hub/contract';
import { DELIVERY_STATES, WEBHOOK_EVENTS, type DeliveryState, type Staff, type WebhookEvent } from '@hub/domain';
import { ApiQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { ManyOf, OptionalOneOf, OptionalWhole, Text } from '../http/validation';
import { deliveryView, webhookView } from './webhook.view';

const LIST = 500;

export class WebhookDto {
  @Text(1, 58)
  name: string;

  @Text(1, 480)
  url: string;

  @ManyOf(WEBHOOK_EVENTS)
  events: WebhookEvent[];

  /** Only what this system handed in; without it all that is not guarded. */
  @OptionalWhole(1, 2_000_000_000)
  tokenId?: number;
}

export class DeliveryQueryDto {
  @OptionalOneOf(DELIVERY_STATES)
  state?: DeliveryState;
}

/** Addresses of other systems that are told what becomes of appeals. */
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly api: ApiQuery,
    private readonly webhooks: WebhookService,
  ) {}

  @Get()
  @Allow('interfaces.read')
  async list(): Promise<WebhookView[]> {
    const [webhooks, counts] = await Promise.all([this.api.webhooks(), this.api.deliveryCounts()]);
    return webhooks.map((webhook) => webhookView(webhook, counts.get(webhook.id) ?? {}));
  }

  @Post()
  @Allow('interfaces.manage')
  add(@Body() { tokenId, ...form }: WebhookDto, @Person() by: Staff): Promise<NewWebhookView> {
    return this.webhooks.add({ ...form, tokenId: tokenId ?? null }, by);
  }

  @Post(':id/pause')
  @HttpCode(204)
  @Allow('interfaces.manage')
  pause(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    return this.webhooks.pause(id, by);
  }

  @Post(':id/resumption')
  @HttpCode(204)
  @Allow('interfaces.manage')
  resume(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    return this.webhooks.resume(id, by);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @Allow('interfaces.manage')
  async retryAll(@Param('id', ParseIntPipe) subscriptionId: number, @Person() by: Staff): Promise<{ retried: number }> {
    return { retried: await this.webhooks.retry({ subscriptionId }, by) };
  }
}

/** What they were told, and what could not be told. */
@Controller('api/v1/webhook-deliveries')
export class WebhookDeliveriesController {
  constructor(
    private readonly api: ApiQuery,
    private readonly webhooks: WebhookService,
  ) {}

  @Get()
  @Allow('interfaces.read')
  async list(@Query() { state }: DeliveryQueryDto): Promise<DeliveryView[]> {
    return (await this.api.deliveries(state ? [state] : DELIVERY_STATES, LIST)).map(deliveryView);
  }

  @Post(':id/retry')
  @HttpCode(204)
  @Allow('interfaces.manage')
  async retry(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    await this.webhooks.retry({ id }, by);
  }
}
