import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  AcceptanceService,
  AssignmentService,
  ClosingService,
  EvidenceService,
  ReplyService,
  TransferService,
} from '@hub/casework';
import type { AppealView } from '@hub/contract';
import { instant, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { InvalidBody } from '../http/validation';
import {
  AcceptanceDto,
  ActDto,
  ApprovalDto,
  AssignmentDto,
  ClosingDto,
  ContactDto,
  DraftDto,
  NonAcceptanceDto,
  QuestionDto,
  ReasonDto,
  ReopeningDto,
  RevisitDto,
  SiteDto,
  TextDto,
  TransferDto,
  WaiverDto,
} from './acts.dto';
import { AppealsController } from './appeals.controller';
import { AppealQuery } from '@hub/persistence';

/** Acts of the office: each is a thing one creates below its appeal, and answers the appeal as it then stands. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class ActsController {
  constructor(
    private readonly acceptance: AcceptanceService,
    private readonly assignment: AssignmentService,
    private readonly appeals: AppealQuery,
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
    await this.acceptance.refuse(number, body, by, version);
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
    @Body() { version, reason }: ReasonDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.acceptance.withdraw(number, reason, by, version);
    return this.shown.show(number, by);
  }

  @Post('assignment')
  @HttpCode(200)
  async assign(
    @Param('number') number: string,
    @Body() { version, ...body }: AssignmentDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    const { status } = await this.appeals.byNumber(number);
    await this.assignment.assign(number, body, by, ['assigned', 'in-hand', 'awaiting-citizen'].includes(status), version);
    return this.shown.show(number, by);
  }

  @Post('receipt')
  @HttpCode(200)
  async receive(@Param('number') number: string, @Body() { version }: ActDto, @Person() by: Staff): Promise<AppealView> {
    await this.assignment.receive(number, by, version);
    return this.shown.show(number, by);
  }

  /** The appeal leaves the sight of the unit with this act: the answer says where it went, not how it stands. */
  @Post('return')
  @HttpCode(200)
  async giveBack(
    @Param('number') number: string,
    @Body() { version, reason }: ReasonDto,
    @Person() by: Staff,
  ): Promise<{ number: string; status: string }> {
    const { status } = await this.assignment.giveBack(number, reason, by, version);
    return { number, status };
  }
}

/** Acts of the section and what comes after the answer. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class SectionActsController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly replies: ReplyService,
    private readonly shown: AppealsController,
  ) {}

  @Post('contact-records')
  @HttpCode(200)
  async contact(
    @Param('number') number: string,
    @Body() { version, ...body }: ContactDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    const { at, ...record } = body;
    await this.evidence.contact(number, at ? { ...record, at: instant(new Date(at)) } : record, by, version);
    return this.shown.show(number, by);
  }

  @Post('site-records')
  @HttpCode(200)
  async site(@Param('number') number: string, @Body() { version, ...body }: SiteDto, @Person() by: Staff): Promise<AppealView> {
    await this.evidence.site(number, { ...body, at: instant(new Date(body.at)) }, by, version);
    return this.shown.show(number, by);
  }

  @Post('waivers')
  @HttpCode(200)
  async waive(
    @Param('number') number: string,
    @Body() { version, milestone, reason }: WaiverDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.evidence.waive(number, milestone, reason, by, version);
    return this.shown.show(number, by);
  }

  @Post('question')
  @HttpCode(200)
  async ask(
    @Param('number') number: string,
    @Body() { version, ...body }: QuestionDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.evidence.ask(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('supplement')
  @HttpCode(200)
  async supplement(
    @Param('number') number: string,
    @Body() { version, text }: TextDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.evidence.supplement(number, text, by, version);
    return this.shown.show(number, by);
  }

  @Post('draft')
  @HttpCode(200)
  async draft(
    @Param('number') number: string,
    @Body() { version, text = '', submit }: DraftDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.replies.draft(number, { text, ...(submit === undefined ? {} : { submit }) }, by, version);
    return this.shown.show(number, by);
  }

  @Post('approval')
  @HttpCode(200)
  async approve(
    @Param('number') number: string,
    @Body() { version, ...body }: ApprovalDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.replies.approve(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('reply')
  @HttpCode(200)
  async reply(@Param('number') number: string, @Body() { version }: ActDto, @Person() by: Staff): Promise<AppealView> {
    await this.replies.send(number, by, version);
    return this.shown.show(number, by);
  }
}

/** Transfers, and the end of an appeal. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class OfficeActsController {
  constructor(
    private readonly transfers: TransferService,
    private readonly closing: ClosingService,
    private readonly shown: AppealsController,
  ) {}

  @Post('transfer')
  @HttpCode(200)
  async transfer(@Param('number') number: string, @Body() body: TransferDto, @Person() by: Staff): Promise<AppealView> {
    const { version } = body;
    const outcome = body.outcome ?? 'out';
    if (outcome === 'out') {
      const departmentId = wanted(body, 'departmentId', '请选外单位');
      const summary = wanted(body, 'summary', '请写事由摘要，不含反映人身份');
      await this.transfers.out(number, { departmentId, summary, reason: wanted(body, 'reason', '请写转交理由') }, by, version);
    } else if (outcome === 'answer')
      await this.transfers.answered(number, wanted(body, 'answer', '请写外单位的答复'), by, version);
    else await this.transfers.takeBack(number, wanted(body, 'reason', '请写收回的理由'), by, version);
    return this.shown.show(number, by);
  }

  @Post('revisit')
  @HttpCode(200)
  async revisit(
    @Param('number') number: string,
    @Body() { version, ...body }: RevisitDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.closing.revisit(number, body, by, version);
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

  @Post('closing')
  @HttpCode(200)
  async close(
    @Param('number') number: string,
    @Body() { version, ...body }: ClosingDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.closing.close(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('notes')
  @HttpCode(200)
  async note(@Param('number') number: string, @Body() { version, text }: TextDto, @Person() by: Staff): Promise<AppealView> {
    await this.closing.note(number, text, by, version);
    return this.shown.show(number, by);
  }
}

function wanted(body: TransferDto, field: 'departmentId' | 'summary' | 'reason' | 'answer', message: string): string {
  const value = body[field]?.trim();
  if (!value) throw new InvalidBody([{ field, message }]);
  return value;
}
