import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EvidenceService, ExtensionService, ReplyService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import { instant, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { ContactDto, QuestionDto, SiteDto } from './acts.dto';
import { AppealsController } from './appeals.controller';
import { ExtensionDto, ReplyDto, SupplementDto, WaiverDto } from './deadline.dto';

/** Acts of the section and what comes after the answer. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class SectionActsController {
  constructor(
    private readonly evidence: EvidenceService,
    private readonly replies: ReplyService,
    private readonly extensions: ExtensionService,
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
    @Body() { version, ...waiver }: WaiverDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.evidence.waive(number, waiver, by, version);
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
    @Body() { version, text, none }: SupplementDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    if (none) await this.evidence.goOn(number, text, by, version);
    else await this.evidence.supplement(number, text, by, version);
    return this.shown.show(number, by);
  }

  @Post('extension')
  @HttpCode(200)
  async extend(
    @Param('number') number: string,
    @Body() { version, ...body }: ExtensionDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    const { decision, words = '' } = body;
    if (decision === 'ask') {
      const reason = wanted(body, 'reason', '请写延期的理由');
      const newDueOn = wanted(body, 'newDueOn', '请写新的期限');
      await this.extensions.ask(number, { reason, newDueOn }, by, version);
    } else if (decision === 'approve') await this.extensions.approve(number, words, by, version);
    else await this.extensions.refuse(number, wanted(body, 'words', '请写不同意的理由'), by, version);
    return this.shown.show(number, by);
  }

  @Post('reply')
  @HttpCode(200)
  async reply(
    @Param('number') number: string,
    @Body() { version, otherwise, ...handover }: ReplyDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    if (otherwise) await this.replies.sendOtherwise(number, handover, by, version);
    else await this.replies.send(number, handover, by, version);
    return this.shown.show(number, by);
  }
}
