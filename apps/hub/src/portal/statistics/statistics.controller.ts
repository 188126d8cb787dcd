import { Controller, Get, Inject, Query, Req, Res, UseFilters } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import { dayOf, readPeriod, type Office } from '@hub/domain';
import { PublicStatistics } from '@hub/insight';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { statisticsCsv } from './csv';
import { statisticsPage, type Statistics } from './StatisticsPage';

/** What the bureau tells everybody of its work; never of a single appeal. */
@Public()
@UseFilters(TroubleFilter)
@Controller('statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: PublicStatistics,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response, @Query('period') name?: string): Promise<void> {
    sendPage(request, response, this.office, statisticsPage(this.office, await this.of(name)));
  }

  @Get('data.csv')
  async download(@Res() response: Response, @Query('period') name?: string): Promise<void> {
    const statistics = await this.of(name);
    response
      .set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="statistics-${statistics.period.name}.csv"`,
        'Cache-Control': 'public, max-age=300',
        'X-Content-Type-Options': 'nosniff',
      })
      .send(statisticsCsv(statistics));
  }

  private async of(name: unknown): Promise<Statistics> {
    const now = this.clock();
    const today = dayOf(now);
    const period = readPeriod(typeof name === 'string' && name ? name : today.slice(0, 4), today);
    return { period, today, ...(await this.statistics.of(period, now)) };
  }
}
