import { Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { VirusScan } from '@hub/casework';
import { Repeating } from './repeating';

const EVERY_MS = 60_000;

/** Searches every minute what could not be searched for viruses when it came. */
@Injectable()
export class ScansRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Scans');
  private readonly turns: Repeating;

  constructor(scan: VirusScan) {
    this.turns = new Repeating(
      EVERY_MS,
      async () => {
        const infected = await scan.run();
        if (infected) this.log.warn(`补查出带病毒的文件 ${infected} 个，已经封住`);
      },
      (trouble) => this.log.warn(`补查病毒没有做成，稍后再试：${trouble}`),
    );
  }

  onApplicationBootstrap(): void {
    this.turns.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.turns.stop();
  }
}
