import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ClosingService, CoHandlingService, ReviewService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { AppealsController } from './appeals.controller';
import { CoHandlingDto, ReopeningDto, ReviewDto } from './handling.dto';

/** Several units on one appeal, taking it up again, and the upper authority's reviews. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class HandlingActsController {
  constructor(
    private readonly coHandling: CoHandlingService,
    private readonly closing: ClosingService,
    private readonly reviews: ReviewService,
    private readonly shown: AppealsController,
  ) {}

  @Post('co-handling')
  @HttpCode(200)
  async coHandle(@Param('number') number: string, @Body() body: CoHandlingDto, @Person() by: Staff): Promise<AppealView> {
    const { decision = 'add', version } = body;
    if (decision === 'answer') await this.coHandling.answer(number, wanted(body, 'text', '请写协办意见'), by, version);
    else {
      const unitId = wanted(body, 'unitId', '请选协办单位');
      if (decision === 'release')
        await this.coHandling.release(number, unitId, wanted(body, 'reason', '请写免去协办的理由'), by, version);
      else {
        const dueOn = wanted(body, 'dueOn', '请写协办的期限');
        await this.coHandling.add(number, { unitId, dueOn, demand: wanted(body, 'demand', '请写要它做什么') }, by, version);
      }
    }
    return this.shown.show(number, by);
  }

  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @Param('number') number: string,
    @Body() { version, ...body }: ReopeningDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.closing.reopen(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('review')
  @HttpCode(200)
  async review(@Param('number') number: string, @Body() body: ReviewDto, @Person() by: Staff): Promise<AppealView> {
    const { version } = body;
    if (body.decision === 'ask') {
      const askedOn = wanted(body, 'askedOn', '请写申请的日期');
      const authority = wanted(body, 'authority', '请写复查机关');
      await this.reviews.ask(number, { askedOn, authority, ground: wanted(body, 'ground', '请写申请的理由') }, by, version);
    } else {
      const decidedOn = wanted(body, 'decidedOn', '请写决定的日期');
      const outcome = wanted(body, 'outcome', '请选复查结论');
      await this.reviews.decide(number, { decidedOn, outcome, decision: wanted(body, 'words', '请写决定的内容') }, by, version);
    }
    return this.shown.show(number, by);
  }
}
