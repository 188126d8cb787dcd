import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DeadlineWatch, DeskDraftService, TransferWatch, WebDraftService } from '@hub/casework';
import { FileStore } from '@hub/persistence';

const HOUR_MS = 3_600_000;
/** The hub answers its first visitors before it looks through what is due. */
const FIRST_MS = 15_000;

/** Looks every hour at what comes due; a pass that fails is told and the next one makes up for it. */
@Injectable()
export class ClockRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Clock');
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly watch: DeadlineWatch,
    private readonly transfers: TransferWatch,
    private readonly drafts: DeskDraftService,
    private readonly webDrafts: WebDraftService,
    private readonly files: FileStore,
  ) {}

  onApplicationBootstrap(): void {
    this.after(FIRST_MS);
  }

  private after(pause: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.pass()
        .then(() => this.remind())
        .then(() => this.sweep())
        .then(() => this.after(HOUR_MS));
    }, pause);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    try {
      const { appeals, orders, suggested, issued } = await this.watch.run();
      if (appeals + orders) this.log.log(`时限提醒 ${appeals + orders} 件，建议督办 ${suggested} 件，发督办单 ${issued} 份`);
    } catch (error) {
      this.log.warn(`时限提醒没有做完，一小时后再做：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async remind(): Promise<void> {
    try {
      const reminded = await this.transfers.run();
      if (reminded) this.log.log(`提醒外单位 ${reminded} 家`);
    } catch (error) {
      this.log.warn(`提醒外单位没有做完，一小时后再做：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async sweep(): Promise<void> {
    try {
      await this.files.sweep();
      const swept = await this.drafts.sweep();
      await this.webDrafts.sweep();
      if (swept) this.log.log(`删去没有登完的草稿和没有开始的导入 ${swept} 份`);
    } catch (error) {
      this.log.warn(`过期的草稿和半截文件没有删完，一小时后再做：${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }
}
