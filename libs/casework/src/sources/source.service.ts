import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, oneLine, type ChannelName, type Staff } from '@hub/domain';
import { isDuplicate, UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

export interface SourceForm {
  readonly channel: ChannelName;
  readonly confidential: boolean;
  readonly active: boolean;
  readonly note: string;
}

/** The list of sources, kept by the administrator. A source is never deleted, for appeals tell its name. */
@Injectable()
export class SourceService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(typed: string, form: SourceForm, by: Staff): Promise<void> {
    const name = oneLine(typed);
    const at = instant(this.clock());
    try {
      await this.work.run(async ({ sources, audit }) => {
        await sources.add({ name, ...form, changedAt: at });
        audit.add({ at, actorId: by.id, actorName: by.name, action: 'source.add', subject: name, detail: { ...form } });
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Fault('refused', 'source-taken', `来源“${name}”已经有了。`, '请换一个名称，或把停用的那个重新启用。');
      throw error;
    }
  }

  change(id: number, version: number, form: SourceForm, by: Staff): Promise<void> {
    const at = instant(this.clock());
    return this.work.run(async ({ sources, audit }) => {
      const { name } = await sources.change(id, version, { ...form, changedAt: at });
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'source.change', subject: name, detail: { ...form } });
    });
  }
}
