import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { ChannelLeases } from '@hub/casework';
import { UnitOfWork } from '@hub/persistence';

const EVERY_MS = 10_000;
const COUNTS_MS = 45_000;

/** Says that this process lives, so that the others, and whoever watches the hub, notice when nobody does the work. */
@Injectable()
export class SignRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Worker');
  private timer: NodeJS.Timeout | undefined;
  private signing: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly leases: ChannelLeases,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sign();
    this.timer = setInterval(() => void (this.signing = this.sign()), EVERY_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.signing;
    await this.work.run(({ workers }) => workers.signOff(this.leases.owner)).catch(() => undefined);
  }

  private async sign(): Promise<void> {
    try {
      await this.work.run(({ workers }) => workers.sign(this.leases.owner, COUNTS_MS));
    } catch (error) {
      this.log.warn(`没有报上平安，稍后再报：${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
