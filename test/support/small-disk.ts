// A small disk of memory that really fills; only root may make one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;

export class SmallDisk {
  private constructor(readonly path: string) {}

  /** Mounted at this place, or at one of its own; null where that is not allowed. */
  static make(size: string, path = mkdtempSync(join(tmpdir(), 'yxt-disk-'))): SmallDisk | null {
    mkdirSync(path, { recursive: true });
    if (mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path)) return new SmallDisk(path);
    rmSync(path, { recursive: true });
    return null;
  }

  /** Makes room, or takes it away. */
  resize(size: string): void {
    if (!mount('-o', `remount,size=${size}`, this.path)) throw new Error(`the disk cannot have ${size}`);
  }

  release(): void {
    spawnSync('umount', [this.path]);
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Why a test that needs one is skipped. */
export function smallDiskMissing(): string | null {
  const probe = SmallDisk.make('64k');
  probe?.release();
  return probe ? null : '不是 root，不能做一个小磁盘';
}
