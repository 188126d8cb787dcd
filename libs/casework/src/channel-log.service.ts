import { Inject, Injectable } from '@nestjs/common';
import { clip, instant, oneLine } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { channelTrouble } from './channel-trouble';
import { CLOCK, type Clock } from './tokens';

/** How each channel fares, where everybody can see it. */
@Injectable()
export class ChannelLogService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A pass over the channel ended well. */
  passed(name: string, taken: number): Promise<void> {
    return this.work.run(async ({ intake }) => {
      const before = await intake.stateOf(name);
      await intake.keepState(name, {
        passes: (before?.passes ?? 0) + 1,
        taken: (before?.taken ?? 0) + taken,
        failures: 0,
        lastOkAt: instant(this.clock()),
        restUntil: null,
      });
    });
  }

  /** A pass failed; answers how many have failed in a row. */
  failed(name: string, error: unknown, restFor: (failures: number) => number): Promise<number> {
    return this.work.run(async ({ intake }) => {
      const failures = ((await intake.stateOf(name))?.failures ?? 0) + 1;
      const rest = restFor(failures);
      const now = this.clock();
      await intake.keepState(name, {
        failures,
        lastError: clip(oneLine(channelTrouble(error)), 480),
        lastErrorAt: instant(now),
        restUntil: instant(now.getTime() + rest),
      });
      return rest;
    });
  }
}
