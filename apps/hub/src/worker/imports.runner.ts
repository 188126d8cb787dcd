import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { ChannelLeases, ImportRun, IMPORTS_LEASE } from '@hub/casework';
import { LeaseLost } from '@hub/persistence';

const EVERY_MS = 2_000;
const AFTER_TROUBLE_MS = 30_000;

/** Takes started imports one after the other; one process at a time does so, and a dead one is followed by the next. */
@Injectable()
export class ImportsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Imports');
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly imports: ImportRun,
    private readonly leases: ChannelLeases,
  ) {}

  onApplicationBootstrap(): void {
    this.after(EVERY_MS);
  }

  private after(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.turn().then((next) => this.after(next));
    }, pause);
    this.timer.unref();
  }

  /** Answers the milliseconds to the next turn. */
  private async turn(): Promise<number> {
    try {
      if (!(await this.imports.waits())) return EVERY_MS;
      const claim = await this.leases.claim(IMPORTS_LEASE);
      if (!('fence' in claim)) return this.leases.waitMs(claim);
      await this.imports.next(claim.fence, () => this.stopped);
      // Whoever imports at the command line need not wait for a hub that has nothing to do.
      if (!(await this.imports.waits())) await this.leases.release([IMPORTS_LEASE]);
      return 0;
    } catch (error) {
      if (error instanceof LeaseLost) this.leases.lost(IMPORTS_LEASE);
      else this.log.warn(`导入没有做完，稍后接着做：${error instanceof Error ? error.message : String(error)}`);
      return error instanceof LeaseLost ? EVERY_MS : AFTER_TROUBLE_MS;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
    await this.leases.release([IMPORTS_LEASE]).catch(() => undefined);
  }
}
