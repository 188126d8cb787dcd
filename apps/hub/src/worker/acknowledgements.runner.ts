import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { AcknowledgementService } from '@hub/casework';
import { Repeating } from './repeating';

const EVERY_MS = 60_000;

/** Looks every minute whether acknowledgements that waited may go out. */
@Injectable()
export class AcknowledgementsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Acknowledgements');
  private readonly turns: Repeating;

  constructor(acknowledgements: AcknowledgementService) {
    this.turns = new Repeating(
      EVERY_MS,
      () => acknowledgements.run(),
      (trouble) => this.log.warn(`顺延的回执没有寄成，稍后再试：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.stop();
  }
}
