import { Injectable } from '@nestjs/common';
import { Fault, type Staff } from '@hub/domain';
import { AppealQuery, FormBatchQuery, OperationsQuery, UnitOfWork, type ReadSheet } from '@hub/persistence';
import { DeskService } from '../doors/desk.service';

const SOURCE = '征求意见表';

/** Which appeal a sheet became, where that was not written down any more. */
@Injectable()
export class KnownSheets {
  constructor(
    private readonly operations: OperationsQuery,
    private readonly appeals: AppealQuery,
  ) {}

  async numberOf(sourceKey: string): Promise<string | null> {
    const id = await this.operations.appealOfItem('desk', sourceKey);
    return id === null ? null : ((await this.appeals.appealById(id))?.number ?? null);
  }
}

/** Opinions on forms become appeals, each sheet once; a sheet without one is only counted. */
@Injectable()
export class FormRegistrationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: FormBatchQuery,
    private readonly desk: DeskService,
    private readonly known: KnownSheets,
  ) {}

  async register(batchId: number, by: Staff): Promise<void> {
    for (const sheet of await this.batches.sheets(batchId)) {
      if (sheet.state !== 'agreed') continue;
      const number = sheet.agreed!.opinion.trim() ? await this.appealOf(sheet, by) : null;
      await this.work.run(({ formBatches }) => formBatches.keepSheet({ ...sheet, state: 'registered', number }));
    }
  }

  private async appealOf({ batchId, sheet, agreed }: ReadSheet, by: Staff): Promise<string> {
    const { opinion, name, phone } = agreed!;
    const outsideNumber = `第${batchId}批-${sheet}`;
    try {
      const entry = { source: SOURCE, text: opinion, name, phone, outsideNumber };
      return (await this.desk.register(entry, by)).number;
    } catch (error) {
      // Broken off between the appeal and its sheet: the appeal is there.
      const there =
        error instanceof Fault && error.code === 'known' ? await this.known.numberOf(`${SOURCE}:${outsideNumber}`) : null;
      if (there) return there;
      throw error;
    }
  }
}
