import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { MatterService, MatterWorkService } from '@hub/casework';
import type { MatterDraftView, MatterPage, MatterView } from '@hub/contract';
import { instant, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { JoinDto, MatterDraftDto, MatterSiteDto, MattersQueryDto, NewMatterDto, PartDto, PartingDto } from './matters.dto';
import { MattersReader } from './matters.reader';

const STATE_WORDS = { saved: '已存草稿', submitted: '已送审', refused: '没有写入' } as const;

/** Matters (事项): what several appeals are about, found and answered together without losing one of them. */
@Controller('api/v1/matters')
export class MattersController {
  constructor(
    private readonly matters: MatterService,
    private readonly common: MatterWorkService,
    private readonly reader: MattersReader,
  ) {}

  @Get()
  @Allow('appeal.read')
  list(@Query() query: MattersQueryDto, @Person() staff: Staff): Promise<MatterPage> {
    return this.reader.page(query, staff);
  }

  @Post()
  @Allow('appeal.act')
  async open(@Body() body: NewMatterDto, @Person() by: Staff): Promise<MatterView> {
    return this.reader.show(await this.matters.open(body, by), by);
  }

  @Get(':number')
  @Allow('appeal.read')
  show(@Param('number') number: string, @Person() staff: Staff): Promise<MatterView> {
    return this.reader.show(number, staff);
  }

  @Post(':number/appeals')
  @HttpCode(200)
  @Allow('appeal.act')
  async join(@Param('number') number: string, @Body() { appeal, reason }: JoinDto, @Person() by: Staff): Promise<MatterView> {
    await this.matters.join(number, appeal, by, reason);
    return this.reader.show(number, by);
  }

  @Post(':number/partings')
  @HttpCode(204)
  @Allow('appeal.act')
  async part(@Param('number') number: string, @Body() { appeal, reason }: PartDto, @Person() by: Staff): Promise<void> {
    await this.matters.part(number, appeal, by, reason);
  }

  @Delete(':number/appeals/:appeal')
  @HttpCode(204)
  @Allow('appeal.act')
  async partOne(
    @Param('number') number: string,
    @Param('appeal') appeal: string,
    @Body() { reason }: PartingDto,
    @Person() by: Staff,
  ): Promise<void> {
    await this.matters.part(number, appeal, by, reason);
  }

  @Post(':number/adoptions')
  @HttpCode(200)
  @Allow('appeal.act')
  async adopt(@Param('number') number: string, @Body() { appeal, reason }: JoinDto, @Person() by: Staff): Promise<MatterView> {
    await this.matters.adopt(number, appeal, by, reason);
    return this.reader.show(number, by);
  }

  @Post(':number/site-records')
  @HttpCode(200)
  @Allow('appeal.act')
  async recordSite(
    @Param('number') number: string,
    @Body() { at, officers, place, findings }: MatterSiteDto,
    @Person() by: Staff,
  ): Promise<MatterView> {
    await this.common.recordSite(number, { at: instant(new Date(at)), officers, place, findings }, by);
    return this.reader.show(number, by);
  }

  @Post(':number/draft')
  @HttpCode(200)
  @Allow('appeal.act')
  async draft(@Param('number') number: string, @Body() body: MatterDraftDto, @Person() by: Staff): Promise<MatterDraftView> {
    const results = await this.common.draft(number, body, by);
    return { results: results.map((one) => ({ ...one, stateName: STATE_WORDS[one.state] })) };
  }
}
