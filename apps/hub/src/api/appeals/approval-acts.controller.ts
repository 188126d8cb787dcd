import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApprovalService, LeakCheckService } from '@hub/casework';
import type { AppealView, DraftVersionView, LeakCheckView } from '@hub/contract';
import { NotFound, sees, withOffset, type Staff } from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { leakHitView } from '../http/leak-hit.view';
import { wanted } from '../http/validation';
import { AppealsController } from './appeals.controller';
import { ApprovalDto, DraftDto, LeakCheckDto, LeakReviewDto } from './approval.dto';

/** The answer until it may leave: written, agreed to step by step, looked at for what it tells of a citizen. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class ApprovalActsController {
  constructor(
    private readonly approval: ApprovalService,
    private readonly leaks: LeakCheckService,
    private readonly appeals: AppealQuery,
    private readonly shown: AppealsController,
  ) {}

  @Post('draft')
  @HttpCode(200)
  async draft(
    @Param('number') number: string,
    @Body() { version, text = '', ...rest }: DraftDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.approval.draft(number, { text, ...rest }, by, version);
    return this.shown.show(number, by);
  }

  @Get('draft-versions')
  async versions(@Param('number') number: string, @Person() by: Staff): Promise<DraftVersionView[]> {
    const appeal = await this.appeals.byNumber(number);
    if (!sees(by, appeal)) throw new NotFound();
    const versions = await this.appeals.draftVersions(appeal.id);
    return versions.map(({ version, text, byName, at }) => ({ version, text, by: byName, at: withOffset(at) }));
  }

  @Post('approval')
  @HttpCode(200)
  async approve(
    @Param('number') number: string,
    @Body() { version, ...body }: ApprovalDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.approval.approve(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('leak-check')
  @HttpCode(200)
  async check(@Param('number') number: string, @Body() body: LeakCheckDto, @Person() by: Staff): Promise<LeakCheckView> {
    return { hits: (await this.leaks.check(number, body, by, body.attachments)).map(leakHitView) };
  }

  @Post('leak-review')
  @HttpCode(200)
  async review(@Param('number') number: string, @Body() body: LeakReviewDto, @Person() by: Staff): Promise<AppealView> {
    const { version, decision } = body;
    if (decision === 'ask') {
      const audience = wanted(body, 'audience', '请写发给谁');
      await this.leaks.ask(number, { audience, parts: wanted(body, 'parts', '请写要复核的文字') }, by, version);
    } else {
      const id = wanted(body, 'id', '请选要复核的一条');
      const reason = wanted(body, 'reason', '请写复核的理由');
      await this.leaks.decide(number, { id, allow: decision === 'allow', reason }, by, version);
    }
    return this.shown.show(number, by);
  }
}
