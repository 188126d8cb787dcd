import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { OFFICE } from '@hub/casework';
import type { Office } from '@hub/domain';
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
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPage(request, response, this.office, homePage(this.office, await this.news()));
  }

  /** Telephone numbers and ways in are shown also while the database is away. */
  private async news(): Promise<News> {
    try {
      return { recent: await this.published.page({}, RECENT) };
    } catch (error) {
      refusalOf(error);
      return { recent: [] };
    }
  }
}
