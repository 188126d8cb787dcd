import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters } from '@nestjs/common';
import { RatingDoor } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { Page } from '../layout/page';
import { sendPage } from '../layout/send';
import { refuseForeign } from '../own-form';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { checkedRating, readRating } from './check-rating';
import { RateLinkFilter } from './rate-link.filter';
import { ratePage } from './RatePage';

/** The citizen rates an answer by the link in its letter. Opening the link changes nothing: scanners open links too. */
@Public()
@UseFilters(TroubleFilter, RateLinkFilter)
@Controller('rate/:token')
export class RateController {
  constructor(
    private readonly door: RatingDoor,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const ratable = await this.door.byLink(token, request.ip ?? '');
    sendPage(request, response, this.office, ratePage(this.office, { ratable, action: `/rate/${token}` }));
  }

  @Post()
  async say(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    refuseForeign(request, '请从邮件里的链接打开页面再填。');
    sendPage(request, response, this.office, await this.hear(token, request, response));
  }

  private async hear(token: string, request: Request, response: Response): Promise<Page> {
    const from = request.ip ?? '';
    const action = `/rate/${token}`;
    const ratable = await this.door.byLink(token, from);
    const typed = readRating(request.body);
    if (keepLetters(request, response) || ratable.state !== 'open') return ratePage(this.office, { ratable, action, typed });
    const form = checkedRating(typed, ratable.mayAskAgain);
    if (Array.isArray(form)) return ratePage(this.office, { ratable, action, typed, faults: form });
    try {
      await this.door.rateByLink(token, from, form);
    } catch (error) {
      const faults = [{ field: 'words', words: refusalOf(error).words }];
      return ratePage(this.office, { ratable, action, typed, faults });
    }
    return ratePage(this.office, { ratable: await this.door.byLink(token, from), action, taken: true });
  }
}
