import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { CLOCK, RiskService, type Clock } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import { dayOf, NotFound, readAppealNumber, sees, type Staff } from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { AppealsController } from '../appeals/appeals.controller';
import { Allow, Person } from '../http/allow';
import { RiskDto } from './risk.dto';
import { guessOf } from './risk.view';

/** The risk of conflict: assessed, and signed by whoever must look. What the body leaves out is filled from the facts. */
@Controller('api/v1/appeals/:number/risk')
@Allow('appeal.act')
export class RiskController {
  constructor(
    private readonly risks: RiskService,
    private readonly appeals: AppealQuery,
    private readonly shown: AppealsController,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  async risk(@Param('number') typed: string, @Body() body: RiskDto, @Person() by: Staff): Promise<AppealView> {
    const { decision, version, measures = '', remark = '', ...given } = body;
    const appeal = await this.appeals.byNumber(readAppealNumber(typed) ?? '');
    if (!sees(by, appeal)) throw new NotFound();
    if (decision === 'sign') await this.risks.sign(appeal.number, remark, by, version);
    else {
      const guess = guessOf(await this.appeals.whole(appeal), dayOf(this.clock()));
      await this.risks.assess(appeal.number, { ...guess, ...given, measures }, by, version);
    }
    return this.shown.show(appeal.number, by);
  }
}
