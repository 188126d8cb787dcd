import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { SiteReplyCourier } from '@hub/outbound';

export const SITE_REPLY_COURIER = 'SITE_REPLY_COURIER';
const EVERY_MS = 2000;

/** Posts answers to complaint sites for as long as the hub runs; one on its way is seen through. */
@Injectable()
export class SiteRepliesRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(SITE_REPLY_COURIER) private readonly courier: SiteReplyCourier) {}

  onApplicationBootstrap(): void {
    this.courier.start(EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.courier.stop();
  }
}
