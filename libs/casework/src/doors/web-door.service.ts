import { Inject, Injectable } from '@nestjs/common';
import { Fault } from '@hub/domain';
import { AppealQuery, OperationsQuery } from '@hub/persistence';
import { registeredOf } from './registered';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, type Clock } from '../tokens';
import type { Registered, WebForm } from '../web-form';
import { formMessage } from './form-record';

/** The bureau's own form on the web. */
@Injectable()
export class WebDoorService {
  constructor(
    private readonly intake: IntakeService,
    private readonly appeals: AppealQuery,
    private readonly operations: OperationsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Registers a form once by its receipt; sent again, it answers the same number and no code. */
  async submit(form: WebForm): Promise<Registered> {
    const { receipt, ...fields } = form;
    const sourceKey = `form:${receipt}`;
    const record = { ...fields, address: '', outsideNumber: null };
    const [result] = await this.intake.accept([
      formMessage(record, { channel: 'web', source: '网上', sourceKey, arrivedAt: this.clock() }),
    ]);
    if (result?.outcome === 'quarantined')
      throw new Fault('unavailable', 'not-registered', '已收到，但登记时出了问题，工作人员会处理。');
    const number = result?.number ?? (await this.numberOf(sourceKey));
    return registeredOf(await this.appeals.byNumber(number), result?.queryCode ?? '');
  }

  private async numberOf(sourceKey: string): Promise<string> {
    const appealId = await this.operations.appealOfItem('web', sourceKey);
    const number = appealId === null ? undefined : (await this.appeals.numbers([appealId])).get(appealId);
    if (!number) throw new Fault('unavailable', 'not-registered', '没有登记成功，请再提交一次。');
    return number;
  }
}
