// A clock for processes of the test that can be put forward and back while they run (libfaketime). What measures how long
// something takes goes on by itself, as on a real machine whose clock is corrected.
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const library = (): string | null => {
  const found = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'));
  return found.find((file) => existsSync(file)) ?? null;
};

/** Why no clock can be put here, or null where it can. */
export const fakeClockMissing = (): string | null => (library() ? null : '没有安装 libfaketime');

export class FakeClock {
  private aheadMs = 0;

  private constructor(private readonly folder: string) {}

  static async open(): Promise<FakeClock> {
    const clock = new FakeClock(await mkdtemp(join(tmpdir(), 'yxt-clock-')));
    await clock.put(Date.now());
    return clock;
  }

  /** For the processes that live by it. */
  get env(): NodeJS.ProcessEnv {
    return {
      LD_PRELOAD: library()!,
      FAKETIME_TIMESTAMP_FILE: this.file,
      FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_RESET: '1',
    };
  }

  now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }

  /** It is this moment now, and goes on from there. */
  async put(moment: number): Promise<void> {
    this.aheadMs = moment - Date.now();
    const seconds = Math.round(this.aheadMs / 1000);
    await writeFile(this.file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}`);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'ahead');
  }
}
