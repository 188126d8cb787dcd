import { type BeforeApplicationShutdown, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';

/** After this, connections that still wait for something are cut. */
const CUT_MS = 25_000;
/** After this the process ends whatever hangs: nothing is lost by it, as by a power cut. */
const END_MS = 30_000;
const LONGEST_WATCH_MS = 10_000;

/**
 * The hub is told to end. Nothing new is begun, what is in hand is finished while requests are still answered, and the door
 * closes when whoever watches `/health/ready` has heard of it.
 */
@Injectable()
export class Ending implements OnModuleDestroy, BeforeApplicationShutdown {
  begun = false;
  private lastAsk: number | null = null;
  private askEveryMs = 0;
  private heard: () => void = () => undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  /** Somebody watches the hub. */
  asked(): void {
    const now = performance.now();
    if (this.lastAsk !== null) this.askEveryMs = now - this.lastAsk;
    this.lastAsk = now;
    if (this.begun) this.heard();
  }

  onModuleDestroy(): void {
    this.begun = true;
  }

  async beforeApplicationShutdown(signal?: string): Promise<void> {
    if (!signal) return;
    setTimeout(() => (this.host.httpAdapter.getHttpServer() as Server).closeAllConnections(), CUT_MS).unref();
    setTimeout(() => process.exit(0), END_MS).unref();
    await this.watcherHears();
  }

  /** A balancer that asks every few seconds would send visitors to a closed door until it asks again. */
  private async watcherHears(): Promise<void> {
    const since = performance.now() - (this.lastAsk ?? 0);
    const patience = Math.min(1.5 * this.askEveryMs, LONGEST_WATCH_MS) - since;
    if (this.lastAsk === null || patience <= 0) return;
    await new Promise<void>((resolve) => {
      this.heard = resolve;
      setTimeout(resolve, patience);
    });
  }
}
