import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AcknowledgementService } from '@hub/casework';

const EVERY_MS = 60_000;

/** Looks every minute whether acknowledgements that waited may go out. */
@Injectable()
export class AcknowledgementsRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Acknowledgements');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(private readonly acknowledgements: AcknowledgementService) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.pass().finally(() => (this.running = null));
    }, EVERY_MS);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    try {
      await this.acknowledgements.run();
    } catch (error) {
      this.log.warn(`顺延的回执没有寄成，稍后再试：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }
}
