import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WebhookService } from '@hub/casework';
import type { WebhookCourier } from '@hub/outbound';
import { Repeating } from './repeating';

export const WEBHOOK_COURIER = 'WEBHOOK_COURIER';
const EVERY_MS = 2000;
const HOUR_MS = 3_600_000;

/** Tells other systems what becomes of appeals for as long as the hub runs, and forgets what they were told long ago. */
@Injectable()
export class WebhooksRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Webhooks');
  private readonly sweeping: Repeating;

  constructor(
    @Inject(WEBHOOK_COURIER) private readonly courier: WebhookCourier,
    webhooks: WebhookService,
  ) {
    this.sweeping = new Repeating(
      HOUR_MS,
      () => webhooks.sweep(),
      (trouble) => this.log.warn(`旧的通知没有清完，一小时后再清：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.courier.start(EVERY_MS);
    this.sweeping.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sweeping.stop();
    await this.courier.stop();
  }
}
