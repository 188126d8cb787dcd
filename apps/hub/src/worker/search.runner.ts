import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { SearchIndex } from '@hub/casework';
import { Repeating } from './repeating';

const EVERY_MS = 2_000;

/** Keeps the index of words near what is registered; what it lacks is found all the same, only not as fast. */
@Injectable()
export class SearchRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly turns: Repeating;

  constructor(index: SearchIndex) {
    const log = new Logger('Search');
    this.turns = new Repeating(
      EVERY_MS,
      () => index.run(),
      (trouble) => log.warn(`检索用的字词没有记下，稍后再记：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.stop();
  }
}
