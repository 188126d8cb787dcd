import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Courier } from '@hub/outbound';

export const COURIER = 'COURIER';
const EVERY_MS = 2000;

/** Keeps the courier on his rounds for as long as the hub runs; a letter on its way is seen through. */
@Injectable()
export class CourierRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(@Inject(COURIER) private readonly courier: Courier) {}

  onApplicationBootstrap(): void {
    this.courier.start(EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.courier.stop();
  }
}
