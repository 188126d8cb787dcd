import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, NotFound, refuseFromOpening, refuseSecond, type Box, type Staff } from '@hub/domain';
import { DeskQuery, UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

export interface NewOpening {
  readonly source: Box;
  readonly place: string;
  /** ISO 8601. */
  readonly openedAt: string;
  readonly items: number;
  readonly note?: string;
  readonly secondId: number;
}

const absent = () => new NotFound('没有这份开箱记录，或不由您签。', '请刷新后再看。');

/** 开箱记录: written by one of the two who opened the box and signed by the other under his own account. */
@Injectable()
export class BoxOpeningService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: DeskQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  write({ secondId, note = '', ...opening }: NewOpening, by: Staff): Promise<number> {
    const now = this.clock();
    const openedAt = new Date(opening.openedAt);
    if (openedAt > now) throw new Fault('invalid', 'opened-at', '开箱的时间还没有到。', '请写实际开箱的时间。');
    return this.work.run(async ({ boxOpenings, staff, audit }) => {
      const second = await staff.byId(secondId);
      refuseSecond(by, second);
      const people = { firstId: by.id, firstName: by.name, secondId, secondName: second.name };
      const at = instant(now);
      const id = await boxOpenings.add({
        ...opening,
        ...people,
        note,
        openedAt: instant(openedAt),
        writtenAt: at,
        signedAt: null,
      });
      const detail = { source: opening.source, items: opening.items, second: second.name };
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'box.open', subject: `${opening.source}#${id}`, detail });
      return id;
    });
  }

  /** The second one's word, for whom nobody else can give it. */
  sign(id: number, by: Staff): Promise<void> {
    return this.work.run(async ({ boxOpenings, audit }) => {
      const opening = await boxOpenings.byId(id);
      if (opening?.secondId !== by.id) throw absent();
      const at = instant(this.clock());
      if (!(await boxOpenings.sign(id, at))) throw new Fault('refused', 'signed', '这份开箱记录已经签过。');
      audit.add({ at, actorId: by.id, actorName: by.name, action: 'box.sign', subject: `${opening.source}#${id}` });
    });
  }

  /** Whether a slip may be registered from it. */
  async refuseWrong(id: number, source: string): Promise<void> {
    const opening = await this.desk.opening(id);
    if (!opening) throw new Fault('invalid', 'opening', '没有这份开箱记录。', '请从列表里选。');
    refuseFromOpening(opening, source, (await this.desk.registeredFrom([id])).length);
  }
}
