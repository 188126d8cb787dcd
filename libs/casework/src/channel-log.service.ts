import { Inject, Injectable } from '@nestjs/common';
import { clip, instant, oneLine, type Instant, type TroubleKind } from '@hub/domain';
import { OperationsQuery, UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from './tokens';

export interface ChannelFailure {
  readonly message: string;
  readonly kind: TroubleKind;
  /** The other side is to be left alone for so many milliseconds at least. */
  readonly holdMs: number;
}

/** How each channel fares, where everybody can see it. */
@Injectable()
export class ChannelLogService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: OperationsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A pass over the channel ended well. */
  passed(name: string, taken: number, listens: boolean | null = null): Promise<void> {
    return this.work.run(async ({ intake }) => {
      const before = await intake.stateOf(name);
      const now = instant(this.clock());
      await intake.keepState(name, {
        passes: (before?.passes ?? 0) + 1,
        taken: (before?.taken ?? 0) + taken,
        failures: 0,
        listens,
        lastOkAt: now,
        ...(taken ? { lastTakenAt: now } : {}),
        restUntil: null,
        failingSince: null,
        troubleKind: null,
        notBefore: null,
      });
    });
  }

  /** A pass failed; answers how many milliseconds to rest. */
  failed(name: string, failure: ChannelFailure, restFor: (failures: number) => number): Promise<number> {
    return this.work.run(async ({ intake }) => {
      const before = await intake.stateOf(name);
      const failures = (before?.failures ?? 0) + 1;
      const rest = Math.max(restFor(failures), failure.holdMs);
      const now = this.clock();
      await intake.keepState(name, {
        failures,
        lastError: clip(oneLine(failure.message), 480),
        lastErrorAt: instant(now),
        restUntil: instant(now.getTime() + rest),
        failingSince: before?.failingSince ?? instant(now),
        troubleKind: failure.kind,
        notBefore: failure.holdMs ? instant(now.getTime() + failure.holdMs) : null,
      });
      return rest;
    });
  }

  /** A trial outside any pass: whoever refused it is left alone for his time, whoever let it in may be asked at once again. */
  tried(name: string, holdMs: number): Promise<void> {
    return this.work.run(async ({ intake }) => {
      const before = await intake.stateOf(name);
      const notBefore = holdMs ? instant(this.clock().getTime() + holdMs) : null;
      if (notBefore !== (before?.notBefore ?? null)) await intake.keepState(name, { notBefore });
    });
  }

  /** Somebody wants a pass at once; answers until when the other side is to be left alone first, or null. */
  ask(name: string): Promise<Instant | null> {
    return this.work.run(async ({ intake }) => {
      const now = instant(this.clock());
      const notBefore = (await intake.stateOf(name))?.notBefore ?? null;
      if (notBefore && notBefore > now) return notBefore;
      await intake.keepState(name, { askedAt: now });
      return null;
    });
  }

  /** A pass was asked for, and none has been made since. */
  async isAsked(name: string): Promise<boolean> {
    const { askedAt = null, lastOkAt = null, lastErrorAt = null } = (await this.operations.channelState(name)) ?? {};
    return askedAt !== null && askedAt > (lastOkAt ?? '') && askedAt > (lastErrorAt ?? '');
  }

  /** For how long the other side is to be left alone yet. */
  async holdMs(name: string): Promise<number> {
    const notBefore = (await this.operations.channelState(name))?.notBefore;
    return notBefore ? Math.max(Date.parse(notBefore) - this.clock().getTime(), 0) : 0;
  }
}
