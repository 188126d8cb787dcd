import type { Instant } from '@hub/domain';
import { In, type EntityManager } from 'typeorm';
import { FileScanEntity } from '../entities/file-scan.entity';
import { insertRows } from '../insert-rows';

/** Files that must not be opened, by their hash. */
export class FileScanStore {
  constructor(private readonly manager: EntityManager) {}

  /** What has a row already keeps it: the same bytes wait once, and a virus stays one. */
  async wait(hashes: readonly string[], since: Instant): Promise<void> {
    const wanted = [...new Set(hashes)];
    if (!wanted.length) return;
    const there = await this.manager.findBy(FileScanEntity, { fileHash: In(wanted) });
    const fresh = wanted.filter((hash) => !there.some(({ fileHash }) => fileHash === hash));
    await insertRows(
      this.manager,
      FileScanEntity,
      fresh.map((fileHash) => ({ fileHash, state: 'waiting' as const, since })),
    );
  }

  waiting(limit: number): Promise<FileScanEntity[]> {
    return this.manager.find(FileScanEntity, { where: { state: 'waiting' }, order: { since: 'ASC' }, take: limit });
  }

  async isHarmless(fileHash: string): Promise<void> {
    await this.manager.delete(FileScanEntity, { fileHash, state: 'waiting' });
  }

  async later(fileHash: string, since: Instant): Promise<void> {
    await this.manager.update(FileScanEntity, { fileHash, state: 'waiting' }, { since });
  }

  async isInfected(fileHash: string): Promise<void> {
    await this.manager.update(FileScanEntity, { fileHash }, { state: 'infected' });
  }
}
