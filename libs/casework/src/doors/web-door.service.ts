import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Fault, type KeptFile, type WebForm } from '@hub/domain';
import { AppealQuery, OperationsQuery } from '@hub/persistence';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, type Clock } from '../tokens';
import type { Registered } from '../web-form';
import { formMessage } from './form-record';
import { registeredOf } from './registered';

/** A form as it is handed in, with its files in the file store. */
export interface WebItem {
  readonly form: WebForm;
  readonly files: readonly KeptFile[];
}

export interface WebAppeal extends Registered {
  readonly sourceKey: string;
}

/** The bureau's own form on the web. */
@Injectable()
export class WebDoorService {
  constructor(
    private readonly intake: IntakeService,
    private readonly appeals: AppealQuery,
    private readonly operations: OperationsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Registers each form once by its receipt, all at once; sent again, they answer the same numbers and no codes. */
  async submit(receipt: string, items: readonly WebItem[]): Promise<WebAppeal[]> {
    const arrivedAt = this.clock();
    const keys = items.map(({ form }) => sourceKeyOf(receipt, form));
    const results = await this.intake.accept(
      items.map(({ form, files }, at) =>
        formMessage({ ...form, files, outsideNumber: null }, { channel: 'web', source: '网上', sourceKey: keys[at]!, arrivedAt }),
      ),
    );
    if (results.some(({ outcome }) => outcome === 'quarantined'))
      throw new Fault('unavailable', 'not-registered', '已收到，但登记时出了问题，工作人员会处理。');
    const appeals: WebAppeal[] = [];
    for (const [at, sourceKey] of keys.entries()) {
      const number = results[at]?.number ?? (await this.numberOf(sourceKey));
      const registered = registeredOf(await this.appeals.byNumber(number), results[at]?.queryCode ?? '');
      appeals.push({ ...registered, sourceKey });
    }
    return appeals;
  }

  private async numberOf(sourceKey: string): Promise<string> {
    const appealId = await this.operations.appealOfItem('web', sourceKey);
    const number = appealId === null ? undefined : (await this.appeals.numbers([appealId])).get(appealId);
    if (!number) throw new Fault('unavailable', 'not-registered', '没有登记成功，请再提交一次。');
    return number;
  }
}

/** A browser may bring an old form back with its receipt; when it then tells of something else, it is another appeal. */
function sourceKeyOf(receipt: string, { kind, subject, text, place }: WebForm): string {
  const said = JSON.stringify([receipt, kind, subject, text, place]);
  return `form:${createHash('sha256').update(said).digest('base64url')}`;
}
