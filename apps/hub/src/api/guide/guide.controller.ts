import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { GuideService, OFFICE, type GuideWords } from '@hub/casework';
import type { GuideArticleView } from '@hub/contract';
import {
  GUIDE_CHAPTER_WORDS,
  GUIDE_STATE_WORDS,
  GUIDE_STEPS,
  mayGuideStep,
  unitName,
  withOffset,
  type Office,
  type Staff,
} from '@hub/domain';
import { GuideQuery, type GuideArticleEntity } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { GuideArticleDto, GuideChangeDto, GuideVersionDto } from './guide.dto';

/** Articles of the citizens' guide (办事指南), with the sections' 诚信服务承诺. */
@Controller('api/v1/guide-articles')
export class GuideArticlesController {
  constructor(
    private readonly service: GuideService,
    private readonly guide: GuideQuery,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  @Get()
  @Allow('publication.read')
  async list(@Person() staff: Staff): Promise<GuideArticleView[]> {
    return (await this.guide.all()).map((one) => this.view(one, staff));
  }

  @Post()
  @Allow('publication.prepare')
  async add(@Body() body: GuideArticleDto, @Person() by: Staff): Promise<GuideArticleView[]> {
    await this.service.add(wordsOf(body), by);
    return this.list(by);
  }

  @Post(':id')
  @HttpCode(200)
  @Allow('publication.prepare')
  async change(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, ...body }: GuideChangeDto,
    @Person() by: Staff,
  ): Promise<GuideArticleView[]> {
    await this.service.change(id, wordsOf(body), version, by);
    return this.list(by);
  }

  @Post(':id/renewal')
  @Allow('publication.prepare')
  async renew(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<GuideArticleView[]> {
    await this.service.renew(id, by);
    return this.list(by);
  }

  @Post(':id/signature')
  @HttpCode(200)
  @Allow('publication.agree')
  async sign(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: GuideVersionDto,
    @Person() by: Staff,
  ): Promise<GuideArticleView[]> {
    await this.service.sign(id, version, by);
    return this.list(by);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Allow('publication.prepare')
  async publish(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: GuideVersionDto,
    @Person() by: Staff,
  ): Promise<GuideArticleView[]> {
    await this.service.publish(id, version, by);
    return this.list(by);
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Allow('publication.prepare')
  async retire(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: GuideVersionDto,
    @Person() by: Staff,
  ): Promise<GuideArticleView[]> {
    await this.service.retire(id, version, by);
    return this.list(by);
  }

  private view(one: GuideArticleEntity, staff: Staff): GuideArticleView {
    const { id, root, chapter, unitId, year, title, text, promise, state, preparedBy, signedBy, version } = one;
    return {
      id, root, chapter, chapterName: GUIDE_CHAPTER_WORDS[chapter], unitId, unit: unitName(this.office, unitId), year, title,
      text, promise, state, stateName: GUIDE_STATE_WORDS[state], preparedBy, signedBy,
      publishedAt: one.publishedAt && withOffset(one.publishedAt), changedAt: withOffset(one.changedAt),
      allowedSteps: GUIDE_STEPS.filter((step) => mayGuideStep(step, one, staff)), version,
    }; // prettier-ignore
  }
}

const wordsOf = ({ unitId = '', promise = '', ...body }: GuideArticleDto): GuideWords => ({
  ...body,
  promise,
  unitId: unitId || null,
});
