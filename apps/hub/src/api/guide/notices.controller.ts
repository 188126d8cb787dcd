import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { CLOCK, GuideService, type Clock } from '@hub/casework';
import type { SiteNoticeView } from '@hub/contract';
import { dayOf, isShown, type Staff } from '@hub/domain';
import { GuideQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { SiteNoticeDto } from './guide.dto';

/** Notices on top of the portal's pages, for a time. */
@Controller('api/v1/site-notices')
export class SiteNoticesController {
  constructor(
    private readonly service: GuideService,
    private readonly guide: GuideQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('publication.read')
  async list(): Promise<SiteNoticeView[]> {
    const today = dayOf(this.clock());
    return (await this.guide.notices()).map(({ id, text, shownFrom: from, shownUntil: until, byName: by }) => ({
      id,
      text,
      from,
      until,
      by,
      shown: isShown({ from, until }, today),
    }));
  }

  @Post()
  @Allow('publication.prepare')
  async add(@Body() { text, from, until }: SiteNoticeDto, @Person() by: Staff): Promise<SiteNoticeView[]> {
    await this.service.notify(text, from, until, by);
    return this.list();
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('publication.prepare')
  async end(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<SiteNoticeView[]> {
    await this.service.endNotice(id, by);
    return this.list();
  }
}
