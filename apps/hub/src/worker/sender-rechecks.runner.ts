import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { SenderRechecks } from '@hub/casework';
import { Repeating } from './repeating';

const EVERY_MS = 60_000;

/** Looks every minute for senders that could not be checked when their letters came. */
@Injectable()
export class SenderRechecksRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Senders');
  private readonly turns: Repeating;

  constructor(rechecks: SenderRechecks) {
    this.turns = new Repeating(
      EVERY_MS,
      () => rechecks.run(),
      (trouble) => this.log.warn(`来信的发件人没有补核对成，稍后再试：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.stop();
  }
}
