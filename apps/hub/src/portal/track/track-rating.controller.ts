import { Controller, Get, HttpCode, Inject, Post, Redirect, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { CitizenPapers, RatingDoor } from '@hub/casework';
import { NotFound, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import type { Page } from '../layout/page';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { checkedRating, readRating } from '../rate/check-rating';
import { ratePage } from '../rate/RatePage';
import { sendDownload } from '../transfers/send-download';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { TrackGuard } from './track.guard';
import { isVisit, Visitors, type Visit } from './visitor';

/** From the page of an appeal on: its answer is rated, its papers are taken. */
@Public()
@UseFilters(TroubleFilter)
@Controller('track')
export class TrackRatingController {
  constructor(
    private readonly visitors: Visitors,
    private readonly door: RatingDoor,
    private readonly papers: CitizenPapers,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get(['rating', 'rated', 'papers'])
  @Redirect('/track', 303)
  goBack(): void {}

  @Post('papers')
  @HttpCode(200)
  @UseGuards(TrackGuard)
  async paper(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visitors.of(request);
    if (!isVisit(visit)) return sendPage(request, response, this.office, visit);
    const id = readField(request.body, 'paper');
    if (!/^\d{1,9}$/.test(id)) throw new NotFound();
    const { bytes, name } = await this.papers.copy(visit.appeal, Number(id));
    sendDownload(response, Readable.from([Buffer.from(bytes)]), name);
  }

  @Post('rating')
  @UseGuards(TrackGuard)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visitors.of(request);
    sendPage(request, response, this.office, isVisit(visit) ? await this.page(visit) : visit);
  }

  @Post('rated')
  @UseGuards(TrackGuard)
  async rate(@Req() request: Request, @Res() response: Response): Promise<void> {
    const visit = await this.visitors.of(request);
    sendPage(request, response, this.office, isVisit(visit) ? await this.hear(visit, request, response) : visit);
  }

  private async hear(visit: Visit, request: Request, response: Response): Promise<Page> {
    const typed = readRating(request.body);
    const ratable = await this.door.ofAppeal(visit.appeal.id);
    if (keepLetters(request, response) || ratable?.state !== 'open') return this.page(visit, { typed });
    const form = checkedRating(typed, ratable.mayAskAgain);
    if (Array.isArray(form)) return this.page(visit, { typed, faults: form });
    try {
      await this.door.rateAppeal(visit.appeal.id, form);
    } catch (error) {
      return this.page(visit, { typed, faults: [{ field: 'words', words: refusalOf(error).words }] });
    }
    return this.page(visit, { taken: true });
  }

  private async page(
    { appeal, pass }: Visit,
    rest: Omit<Parameters<typeof ratePage>[1], 'ratable' | 'action'> = {},
  ): Promise<Page> {
    const ratable = await this.door.ofAppeal(appeal.id);
    if (!ratable) throw new NotFound();
    return ratePage(this.office, { ratable, action: '/track/rated', fields: { pass }, ...rest });
  }
}
