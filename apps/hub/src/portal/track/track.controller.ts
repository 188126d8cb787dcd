import {
  Controller,
  Get,
  Inject,
  Post,
  Redirect,
  Req,
  Res,
  UploadedFiles,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { CitizenActs, clearAway, uploadsOf, type Uploaded } from '@hub/casework';
import { Fault, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { Page } from '../layout/page';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { additionFaults, reasonFaults } from './check-track';
import { TrackGuard } from './track.guard';
import { trackPage } from './TrackPage';
import { isVisit, Visitors, type Visit } from './visitor';
import { withdrawPage } from './WithdrawPage';

/** The citizen follows his appeal. Its pages answer forms only, so that nothing about him stands in an address. */
@Public()
@UseFilters(TroubleFilter)
@Controller('track')
export class TrackController {
  constructor(
    private readonly visitors: Visitors,
    private readonly acts: CitizenActs,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  ask(@Req() request: Request, @Res() response: Response): void {
    sendPage(request, response, this.office, trackPage(this.office));
  }

  /** Somebody has opened the address of an answer to a form. */
  @Get(['supplement', 'withdrawal'])
  @Redirect('/track', 303)
  goBack(): void {}

  @Post()
  @UseGuards(TrackGuard)
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    keepLetters(request, response);
    const visit = await this.visitors.of(request);
    const page = isVisit(visit) ? await this.visitors.status(visit, { typed: readField(request.body, 'more') }) : visit;
    sendPage(request, response, this.office, page);
  }

  @Post('supplement')
  @UseGuards(TrackGuard)
  @UseInterceptors(FilesInterceptor('files'))
  async supplement(
    @UploadedFiles() uploaded: readonly Uploaded[] | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const files = uploaded ?? [];
    const page = await this.add(request, response, files).finally(() => clearAway(files));
    sendPage(request, response, this.office, page);
  }

  @Post('withdrawal')
  @UseGuards(TrackGuard)
  async withdrawal(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPage(request, response, this.office, await this.takeBack(request, response));
  }

  private async add(request: Request, response: Response, files: readonly Uploaded[]): Promise<Page> {
    const visit = await this.visitors.of(request);
    if (!isVisit(visit)) return visit;
    const typed = readField(request.body, 'more');
    if (keepLetters(request, response)) return this.visitors.status(visit, { typed });
    const faults = additionFaults(typed, files);
    if (faults.length) return this.visitors.status(visit, { typed, faults });
    try {
      await this.acts.add(visit.appeal, request.ip ?? '', typed, uploadsOf(files));
    } catch (error) {
      const field = error instanceof Fault && error.code === 'files' ? 'files' : 'more';
      return this.visitors.status(visit, { typed, faults: [{ field, words: refusalOf(error).words }] });
    }
    return this.visitors.statusAfter(
      visit,
      files.some(({ size }) => size > 0) ? '您补充的话和文件已经收到。' : '您补充的话已经收到。',
    );
  }

  /** Asked once more before it is done: there is no way back. */
  private async takeBack(request: Request, response: Response): Promise<Page> {
    const visit = await this.visitors.of(request);
    if (!isVisit(visit)) return visit;
    const why = readField(request.body, 'why');
    const faults = reasonFaults(why);
    if (faults.length) return this.visitors.status(visit, { why, faults });
    if (keepLetters(request, response) || readField(request.body, 'sure') !== 'yes')
      return withdrawPage(this.office, { appeal: visit.appeal, pass: visit.pass, why });
    return this.withdrawn(visit, why);
  }

  private async withdrawn(visit: Visit, why: string): Promise<Page> {
    try {
      await this.acts.withdraw(visit.appeal, why);
    } catch (error) {
      return this.visitors.status(visit, { why, faults: [{ field: 'why', words: refusalOf(error).words }] });
    }
    const taken = visit.appeal.kind === 'report' ? '您撤回的要求已经收到，我们会决定怎么办。' : '这一件已经撤回。';
    return this.visitors.statusAfter(visit, taken);
  }
}
