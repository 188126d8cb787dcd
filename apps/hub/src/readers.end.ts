import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/** The readers' threads end with the hub. */
@Injectable()
export class ReadersEnd implements OnApplicationShutdown {
  constructor(private readonly readers: readonly { close(): Promise<void> }[]) {}

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.close()));
  }
}
