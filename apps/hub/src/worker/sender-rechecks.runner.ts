import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SenderRechecks } from '@hub/casework';

const EVERY_MS = 60_000;

/** Looks every minute for senders that could not be checked when their letters came. */
@Injectable()
export class SenderRechecksRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Senders');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly rechecks: SenderRechecks) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.pass().finally(() => (this.running = null));
    }, EVERY_MS);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    try {
      await this.rechecks.run();
    } catch (error) {
      this.log.warn(`来信的发件人没有补核对成，稍后再试：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
