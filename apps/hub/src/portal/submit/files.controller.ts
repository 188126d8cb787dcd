import {
  Controller,
  Get,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UploadedFiles,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { clearAway, DraftFileService, sentFiles, type Uploaded } from '@hub/casework';
import type { Office, WebSubmission } from '@hub/domain';
import { FilesInterceptor } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { DraftDesk } from './draft-desk';
import { ElsewhereFilter } from './elsewhere';
import { filesPage } from './FilesPage';
import { stepPath } from './steps';
import { UploadGuard } from './upload.guard';

/** Photos and papers, by a plain form, one request for each time that something is chosen or taken back. */
@Public()
@UseFilters(TroubleFilter, ElsewhereFilter)
@Controller('submit/:key/files')
export class FilesController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly files: DraftFileService,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response, @Query('then') then: unknown): Promise<void> {
    const draft = await this.desk.open(request);
    sendPage(request, response, this.office, filesPage({ office: this.office, draft, fromCheck: then === 'check', refused: [] }));
  }

  @Post()
  @UseGuards(UploadGuard)
  @UseInterceptors(FilesInterceptor('file'))
  async take(
    @UploadedFiles() uploaded: readonly Uploaded[] | undefined,
    @Req() request: Request,
    @Res() response: Response,
    @Query('then') then: unknown,
  ): Promise<void> {
    const sent = uploaded ?? [];
    await this.hear(request, response, sent, then === 'check').finally(() => clearAway(sent));
  }

  private async hear(request: Request, response: Response, sent: readonly Uploaded[], fromCheck: boolean): Promise<void> {
    const before = await this.desk.change(request, response, (now) => withOwners(now, request.body));
    const keys = this.desk.keysOf(request)!;
    const removed = readField(request.body, 'remove');
    if (/^[a-f0-9]{12}$/.test(removed)) await this.files.remove(keys, removed);
    const { draft, refused } = await this.files.add(keys, sentFiles(sent));
    const letters = keepLetters(request, response);
    if (refused.length)
      return sendPage(
        request,
        response,
        this.office,
        filesPage({ office: this.office, draft: draft ?? before, fromCheck, refused }),
      );
    const stays = letters || removed !== '' || readField(request.body, 'act') === 'add';
    const next = stepPath(before.key, fromCheck ? 'check' : 'contact');
    response.redirect(303, stays ? stepPath(before.key, 'files', { fromCheck }) : next);
  }
}

/** To which of several things each file belongs. */
function withOwners(now: WebSubmission, body: unknown): WebSubmission {
  const files = now.files.map((file) => {
    const typed = body && Object.hasOwn(body, `of-${file.id}`) ? readField(body, `of-${file.id}`) : null;
    if (typed === null) return file;
    const thing = Number(typed);
    return { ...file, thing: thing >= 1 && thing <= now.things.length ? thing : null };
  });
  return { ...now, files };
}
