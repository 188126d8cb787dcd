import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ChannelLeases, ChannelLogService, channelTrouble, IntakeService, type IntakeResult } from '@hub/casework';
import { takeIn, type Channel } from '@hub/channels';
import { maskIdentityIn, NOBODY } from '@hub/domain';
import type { Fence } from '@hub/persistence';
import { map, type Subscription } from 'rxjs';
import { backoff, pump, type Pumped } from './pump';

export const CHANNELS = 'CHANNELS';

/** Runs every channel for as long as the hub runs. */
@Injectable()
export class ChannelsRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Channels');
  private running: Subscription | null = null;
  private readonly taking = new Set<Promise<unknown>>();

  constructor(
    @Inject(CHANNELS) private readonly channels: readonly Pumped[],
    private readonly intake: IntakeService,
    private readonly states: ChannelLogService,
    private readonly leases: ChannelLeases,
  ) {}

  onApplicationBootstrap(): void {
    const take = (channel: Channel, fence: Fence) =>
      takeIn({ accept: (batch, turn) => this.accept(batch, turn, fence) }, channel).pipe(map((results) => this.tell(results)));
    const passed = (name: string, taken: number) => this.states.passed(name, taken);
    const failed = (name: string, fault: unknown) => {
      this.log.warn(maskIdentityIn(`${name}：${channelTrouble(fault)}`, NOBODY));
      return this.states.failed(name, fault, backoff);
    };
    this.running = pump(this.channels, {
      claim: (name) => this.leases.claim(name),
      waitMs: (held) => this.leases.waitMs(held),
      lost: (name) => this.leases.lost(name),
      takeIn: take,
      passed,
      failed,
    }).subscribe();
  }

  private accept(...batch: Parameters<IntakeService['accept']>): Promise<IntakeResult[]> {
    const results = this.intake.accept(...batch);
    this.taking.add(results);
    void results.catch(() => undefined).then(() => this.taking.delete(results));
    return results;
  }

  /** Says what waits for a person; answers how many were new to the hub. */
  private tell(results: readonly IntakeResult[]): number {
    for (const { outcome, reason } of results)
      if (outcome === 'quarantined') this.log.warn(maskIdentityIn(`待人工处理：${reason}`, NOBODY));
    return results.filter(({ outcome }) => outcome !== 'known').length;
  }

  /** What is being taken in is finished, nothing new is begun, and the channels are free for another process. */
  async onApplicationShutdown(): Promise<void> {
    this.running?.unsubscribe();
    await Promise.allSettled(this.taking);
    for (const { channel } of this.channels) await channel.close?.().catch(() => undefined);
    await this.leases.release().catch(() => undefined);
  }
}
