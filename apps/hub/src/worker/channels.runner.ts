import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ChannelLogService, IntakeService } from '@hub/casework';
import { maskIdentityIn, NOBODY, type InboundMessage } from '@hub/domain';
import type { Subscription } from 'rxjs';
import { backoff, pump, type Pumped } from './pump';

export const CHANNELS = 'CHANNELS';

/** Runs every channel for as long as the hub runs. */
@Injectable()
export class ChannelsRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Channels');
  private running: Subscription | null = null;
  private taking = Promise.resolve(0);

  constructor(
    @Inject(CHANNELS) private readonly channels: readonly Pumped[],
    private readonly intake: IntakeService,
    private readonly states: ChannelLogService,
  ) {}

  onApplicationBootstrap(): void {
    const accept = (messages: readonly InboundMessage[]) => (this.taking = this.take(messages));
    const passed = (name: string, taken: number) => this.states.passed(name, taken);
    const failed = (name: string, fault: unknown) => {
      this.log.warn(maskIdentityIn(`${name}：${fault instanceof Error ? fault.message : String(fault)}`, NOBODY));
      return this.states.failed(name, fault, backoff);
    };
    this.running = pump(this.channels, { accept, passed, failed }).subscribe();
  }

  private async take(messages: readonly InboundMessage[]): Promise<number> {
    const results = await this.intake.accept(messages);
    for (const { outcome, reason } of results)
      if (outcome === 'quarantined') this.log.warn(maskIdentityIn(`待人工处理：${reason}`, NOBODY));
    return results.filter(({ outcome }) => outcome !== 'known').length;
  }

  /** What is being taken in is finished; nothing new is begun. */
  async onApplicationShutdown(): Promise<void> {
    this.running?.unsubscribe();
    await this.taking.catch(() => 0);
    for (const { channel } of this.channels) await channel.close?.().catch(() => undefined);
  }
}
