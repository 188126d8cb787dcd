import { Inject, Injectable } from '@nestjs/common';
import {
  differences,
  Fault,
  instant,
  NotFound,
  refuseOwnSecond,
  refuseStrangeAnswers,
  type Sheet,
  type Staff,
} from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

const absent = () => new NotFound('没有这一批征求意见表，或没有这一张。', '请刷新后再看。');

/** 征求意见表: a sheet counts once two people have read it alike, or what they read differently is settled. */
@Injectable()
export class FormBatchService {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open(
    batch: { readonly name: string; readonly questions: readonly string[]; readonly sheets: number },
    by: Staff,
  ): Promise<number> {
    const row = { ...batch, questions: [...batch.questions], byName: by.name, createdAt: instant(this.clock()) };
    return this.work.run(({ formBatches }) => formBatches.add(row));
  }

  /** The first entry of a sheet or, by somebody else, the second. */
  enter(batchId: number, sheet: number, read: Sheet, by: Staff): Promise<void> {
    return this.work.run(async ({ formBatches }) => {
      const batch = await formBatches.hold(batchId);
      if (!batch || sheet > batch.sheets) throw absent();
      refuseStrangeAnswers(batch.questions, read);
      const known = await formBatches.sheet(batchId, sheet);
      if (!known) {
        const first = { firstId: by.id, firstName: by.name, first: read };
        return formBatches.addSheet({
          batchId,
          sheet,
          state: 'once',
          ...first,
          secondName: null,
          second: null,
          agreed: null,
          number: null,
        });
      }
      if (known.state !== 'once')
        throw new Fault('refused', 'entered-twice', '这一张已经录过两遍。', '有不一致的，请核对原表后定下来。');
      refuseOwnSecond(known.firstId, by.id);
      const alike = !differences(batch.questions, known.first, read).length;
      await formBatches.keepSheet({
        ...known,
        second: read,
        secondName: by.name,
        state: alike ? 'agreed' : 'differs',
        agreed: alike ? read : null,
      });
    });
  }

  /** What the paper says, looked at once more. */
  settle(batchId: number, sheet: number, read: Sheet): Promise<void> {
    return this.work.run(async ({ formBatches }) => {
      const batch = await formBatches.hold(batchId);
      const known = batch && (await formBatches.sheet(batchId, sheet));
      if (!batch || !known) throw absent();
      refuseStrangeAnswers(batch.questions, read);
      if (known.state !== 'differs') throw new Fault('refused', 'nothing-differs', '这一张没有不一致要定。', '请刷新后再看。');
      await formBatches.keepSheet({ ...known, state: 'agreed', agreed: read });
    });
  }
}
