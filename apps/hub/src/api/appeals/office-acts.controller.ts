import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AcceptanceService, AssignmentService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { ActDto, AssignmentDto, ReasonDto } from './acts.dto';
import { AppealsController } from './appeals.controller';
import { AcceptanceDto, NonAcceptanceDto, ReclassificationDto, ReturnDto, WithdrawalDto } from './handling.dto';

/** Acts of the office: each is a thing one creates below its appeal, and answers the appeal as it then stands. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class OfficeActsController {
  constructor(
    private readonly acceptance: AcceptanceService,
    private readonly assignment: AssignmentService,
    private readonly shown: AppealsController,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  async accept(
    @Param('number') number: string,
    @Body() { version, ...body }: AcceptanceDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.accept(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('non-acceptance')
  @HttpCode(200)
  async refuse(
    @Param('number') number: string,
    @Body() { version, ...body }: NonAcceptanceDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    const { decision = 'refuse', reason, ...refusal } = body;
    if (decision === 'propose') await this.acceptance.proposeRefusal(number, refusal, by, version);
    else if (decision === 'decline')
      await this.acceptance.declineRefusal(number, wanted({ reason }, 'reason', '请写退回的理由'), by, version);
    else await this.acceptance.refuse(number, refusal, by, version);
    return this.shown.show(number, by);
  }

  @Post('classification')
  @HttpCode(200)
  async classify(
    @Param('number') number: string,
    @Body() { version, ...body }: ReclassificationDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.classify(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('discard')
  @HttpCode(200)
  async discard(
    @Param('number') number: string,
    @Body() { version, reason }: ReasonDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.discard(number, reason, by, version);
    return this.shown.show(number, by);
  }

  @Post('restore')
  @HttpCode(200)
  async restore(
    @Param('number') number: string,
    @Body() { version, reason }: ReasonDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.restore(number, reason, by, version);
    return this.shown.show(number, by);
  }

  @Post('withdrawal')
  @HttpCode(200)
  async withdraw(
    @Param('number') number: string,
    @Body() { version, ...body }: WithdrawalDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.withdraw(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('assignment')
  @HttpCode(200)
  async assign(
    @Param('number') number: string,
    @Body() { version, ...body }: AssignmentDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.assignment.assign(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('receipt')
  @HttpCode(200)
  async receive(@Param('number') number: string, @Body() { version }: ActDto, @Person() by: Staff): Promise<AppealView> {
    await this.assignment.receive(number, by, version);
    return this.shown.show(number, by);
  }

  /** The appeal leaves the sight of the unit that gives it back: the answer says where it went, not how it stands. */
  @Post('return')
  @HttpCode(200)
  async giveBack(
    @Param('number') number: string,
    @Body() { version, decision, reason }: ReturnDto,
    @Person() by: Staff,
  ): Promise<AppealView | { number: string; status: string }> {
    if (!decision) {
      const { status } = await this.assignment.giveBack(number, reason, by, version);
      return { number, status };
    }
    if (decision === 'confirm') await this.assignment.confirmReturn(number, reason, by, version);
    else await this.assignment.refuseReturn(number, reason, by, version);
    return this.shown.show(number, by);
  }
}
