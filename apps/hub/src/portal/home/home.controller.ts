import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import { dayOf, yearPeriod, type Office } from '@hub/domain';
import { PublicStatistics } from '@hub/insight';
import { PublishedQuery } from '@hub/persistence';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { homePage, type News } from './HomePage';

const RECENT = 3;

@Public()
@Controller()
export class HomeController {
  constructor(
    private readonly published: PublishedQuery,
    private readonly statistics: PublicStatistics,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPage(request, response, this.office, homePage(this.office, await this.news()));
  }

  /** Telephone numbers and ways in are shown also while the database is away. */
  private async news(): Promise<News> {
    try {
      const now = this.clock();
      const year = yearPeriod(dayOf(now).slice(0, 4));
      const [recent, { figures }] = await Promise.all([this.published.page({}, RECENT), this.statistics.of(year, now)]);
      return { recent, figures };
    } catch (error) {
      refusalOf(error);
      return { recent: [], figures: null };
    }
  }
}
