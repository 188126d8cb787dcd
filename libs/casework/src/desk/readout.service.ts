import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { plainCode, queryCode } from '@hub/domain';
import { AppealQuery, OperationsQuery, Secrets, UnitOfWork } from '@hub/persistence';
import { registeredOf } from '../doors/registered';
import type { Registered } from '../web-form';

/** What is read out after an entry, also to whom the first answer did not reach. */
@Injectable()
export class ReadoutService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly operations: OperationsQuery,
    private readonly appeals: AppealQuery,
    private readonly secrets: Secrets,
  ) {}

  async of(number: string, code: string): Promise<Registered> {
    return registeredOf(await this.appeals.byNumber(number), code);
  }

  /** The same for an entry that is registered already, with a new code in place of the lost one; null where it became no appeal. */
  async again(sourceKey: string): Promise<Registered | null> {
    const id = await this.operations.appealOfItem('desk', sourceKey);
    if (id === null) return null;
    const code = queryCode(randomBytes(48));
    return this.work.run(async ({ appeals }) => {
      const appeal = await appeals.holdById(id);
      await appeals.renewCode(id, this.secrets.codeHash(appeal.number, plainCode(code)));
      return registeredOf(appeal, code);
    });
  }
}
