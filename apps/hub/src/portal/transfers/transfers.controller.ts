import {
  Controller,
  Get,
  Inject,
  Param,
  ParseIntPipe,
  Post,
  Req,
  Res,
  UploadedFiles,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { clearAway, DepartmentDoor, HandedOverQuery, uploadsOf, type HandedOver, type Uploaded } from '@hub/casework';
import { Fault, NotFound, type Office } from '@hub/domain';
import { FileStore } from '@hub/persistence';
import type { Request, Response } from 'express';
import type { FieldFault } from '../layout/faults';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { answerFaults, readAnswer, type TypedAnswer } from './check-answer';
import { DepartmentGuard } from './department.guard';
import { LinkFilter } from './link.filter';
import { sendDownload } from './send-download';
import { transferPage } from './TransferPage';
import { uploadFault } from './uploads';

interface Refused {
  readonly status: number;
  readonly faults: readonly FieldFault[];
}

/** The page of an outside department: no account, the link is the key. */
@Public()
@UseFilters(TroubleFilter, LinkFilter)
@Controller('transfers/:token')
export class TransfersController {
  constructor(
    private readonly shown: HandedOverQuery,
    private readonly door: DepartmentDoor,
    private readonly files: FileStore,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const over = await this.shown.show(token, request.ip ?? '');
    sendPage(request, response, this.office, transferPage(this.office, { token, over }));
  }

  @Get('files/:id')
  async file(
    @Param('token') token: string,
    @Param('id', ParseIntPipe) id: number,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.shown.file(token, request.ip ?? '', id);
    sendDownload(response, this.files.read(file.fileHash), file.name);
  }

  @Post()
  @UseGuards(DepartmentGuard)
  @UseInterceptors(FilesInterceptor('files'))
  async say(
    @Param('token') token: string,
    @UploadedFiles() uploaded: readonly Uploaded[] | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const files = uploaded ?? [];
    // Whoever has his answer has left nothing behind.
    const page = await this.hear(token, request, response, files).finally(() => clearAway(files));
    if (page) sendPage(request, response, this.office, page);
    else response.redirect(303, `/transfers/${token}`);
  }

  /** The page to show again, or null where what was said is done. */
  private async hear(
    token: string,
    request: Request,
    response: Response,
    files: readonly Uploaded[],
  ): Promise<ReturnType<typeof transferPage> | null> {
    const over = await this.shown.show(token, request.ip ?? '');
    const typed = readAnswer(request.body);
    if (keepLetters(request, response) && over.mayAct) return transferPage(this.office, { token, over, typed });
    // Sent twice or too late, it says what was done.
    const refused = over.mayAct ? await this.take(token, request.ip ?? '', over, typed, files) : null;
    return refused && transferPage(this.office, { token, over, typed, ...refused });
  }

  private async take(
    token: string,
    from: string,
    over: HandedOver,
    typed: TypedAnswer,
    files: readonly Uploaded[],
  ): Promise<Refused | null> {
    const { way, officer, phone, text } = typed;
    const unfit = uploadFault(files, way === null || way === 'reply');
    const faults = answerFaults(typed, over);
    if (unfit) faults.push({ field: 'files', words: unfit.words });
    if (faults.length) return { status: unfit?.status ?? 422, faults };
    try {
      await this.door.say(token, from, way!, { officer, phone, text }, uploadsOf(files));
      return null;
    } catch (error) {
      if (error instanceof NotFound) throw error;
      const { status, words } = refusalOf(error);
      return { status, faults: [{ field: error instanceof Fault && error.code === 'files' ? 'files' : 'text', words }] };
    }
  }
}
