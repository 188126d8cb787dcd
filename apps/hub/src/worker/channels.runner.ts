import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { ChannelLeases, ChannelLogService, channelTrouble, IntakeService, type IntakeResult } from '@hub/casework';
import { failureOf, takeIn, type Channel } from '@hub/channels';
import { maskIdentityIn, NOBODY } from '@hub/domain';
import type { Claim, Fence } from '@hub/persistence';
import { catchError, concatMap, EMPTY, filter, from, map, type Observable, type Subscription, timer } from 'rxjs';
import { backoff, pump, type Pumped } from './pump';

export const CHANNELS = 'CHANNELS';
const ASKED_MS = 2_000;

/** Runs every channel for as long as the hub runs. */
@Injectable()
export class ChannelsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
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
    const passed = (channel: Channel, taken: number) => this.states.passed(channel.name, taken, channel.listens?.() ?? null);
    const failed = (name: string, fault: unknown) => {
      const failure = { ...failureOf(fault), message: channelTrouble(fault) };
      this.log.warn(maskIdentityIn(`${name}：${failure.message}`, NOBODY));
      return this.states.failed(name, failure, backoff);
    };
    this.running = pump(this.channels, {
      claim: (name) => this.claim(name),
      waitMs: (held) => this.leases.waitMs(held),
      lost: (name) => {
        this.log.warn(`${name}：已由另一个进程接手收件。`);
        this.leases.lost(name);
      },
      takeIn: take,
      passed,
      failed,
      asked: (name) => this.askedFor(name),
    }).subscribe();
  }

  /** A server that refused us is left alone for its time, through restarts and in every process. */
  private async claim(name: string): Promise<Claim> {
    const freeInMs = await this.states.holdMs(name);
    return freeInMs > 0 ? { heldBy: name, freeInMs } : this.leases.claim(name);
  }

  /** Somebody at the console wants a pass now; whichever process reads the channel hears it. */
  private askedFor(name: string): Observable<unknown> {
    const asked = () => from(this.states.isAsked(name)).pipe(catchError(() => EMPTY));
    return timer(ASKED_MS, ASKED_MS).pipe(concatMap(asked), filter(Boolean));
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
  async beforeApplicationShutdown(): Promise<void> {
    this.running?.unsubscribe();
    await Promise.allSettled(this.taking);
    for (const { channel } of this.channels) await channel.close?.().catch(() => undefined);
    await this.leases.release(this.channels.map(({ channel }) => channel.name)).catch(() => undefined);
  }
}
