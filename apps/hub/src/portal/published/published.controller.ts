import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import { dayOf, NotFound, type Office } from '@hub/domain';
import { PublishedQuery } from '@hub/persistence';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { feedOf } from './feed';
import { itemPage, withdrawnPage } from './ItemPage';
import { PAGE, publishedPage } from './PublishedPage';
import { filterOf, readSearch } from './search';
import { tableOf } from './table';

const IN_FEED = 50;
/** A table of more rows is asked for year by year. */
const IN_TABLE = 5_000;

/** Published results: pages, feed and table say the same, of what is published at this moment. */
@Public()
@Controller()
export class PublishedController {
  constructor(
    private readonly published: PublishedQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('published')
  async list(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const today = dayOf(this.clock());
    const search = readSearch(query, this.office, today);
    const filter = filterOf(search, today);
    const [found, total] = await Promise.all([
      this.published.page(filter, PAGE + 1, search.before),
      this.published.count(filter),
    ]);
    const rows = found.slice(0, PAGE);
    const next = found.length > PAGE ? rows.at(-1)!.serial : null;
    sendPage(request, response, this.office, publishedPage(this.office, { search, today, rows, total, next }));
  }

  @Get('published.rss')
  async feed(@Res() response: Response): Promise<void> {
    const rows = await this.published.page({}, IN_FEED);
    response.set(DATA).type('application/rss+xml; charset=utf-8').send(feedOf(rows, this.office));
  }

  @Get('published.csv')
  async table(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const today = dayOf(this.clock());
    const search = readSearch(query, this.office, today);
    const rows = await this.published.page(filterOf(search, today), IN_TABLE);
    response
      .set(DATA)
      .set('Content-Disposition', `attachment; filename="published-${today}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(tableOf(rows, this.office));
  }

  @Get('published/:serial')
  async item(@Param('serial') serial: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const row = /^[1-9]\d{0,8}$/.test(serial) ? await this.published.bySerial(Number(serial)) : null;
    if (!row) throw new NotFound();
    const page = row.state === 'published' ? itemPage(this.office, row) : withdrawnPage(this.office);
    sendPage(request, response, this.office, page);
  }
}

/** Kept by whoever asked, and asked again whether it still holds: what is withdrawn is gone at once. */
const DATA = { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' } as const;
