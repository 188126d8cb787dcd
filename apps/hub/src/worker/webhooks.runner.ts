import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { WebhookCourier } from '@hub/outbound';

export const WEBHOOK_COURIER = 'WEBHOOK_COURIER';
const EVERY_MS = 2000;

/** Tells other systems what becomes of appeals for as long as the hub runs. */
@Injectable()
export class WebhooksRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(WEBHOOK_COURIER) private readonly courier: WebhookCourier) {}

  onApplicationBootstrap(): void {
    this.courier.start(EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.courier.stop();
  }
}
