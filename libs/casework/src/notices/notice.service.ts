import { Inject, Injectable } from '@nestjs/common';
import { instant, type Staff } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

/** What a member of staff does with the notices that he was given. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `ids` null reads all. Another person's notices stay as they are. */
  async read(by: Staff, ids: readonly number[] | null): Promise<void> {
    const at = instant(this.clock());
    await this.work.run(({ notices }) => notices.read(by.id, ids, at));
  }
}
