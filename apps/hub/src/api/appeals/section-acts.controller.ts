import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { EvidenceService, ReplyService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import { instant, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { ActDto, ContactDto, QuestionDto, SiteDto, TextDto, WaiverDto } from './acts.dto';
import { AppealsController } from './appeals.controller';

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

  @Post('reply')
  @HttpCode(200)
  async reply(@Param('number') number: string, @Body() { version }: ActDto, @Person() by: Staff): Promise<AppealView> {
    await this.replies.send(number, by, version);
    return this.shown.show(number, by);
  }
}
