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
import { DepartmentDoor, HandedOverQuery, MAX_UPLOADS, MAX_UPLOAD_BYTES } from '@hub/casework';
import { Fault, type Office } from '@hub/domain';
import { FileStore } from '@hub/persistence';
import type { Request, Response } from 'express';
import type { FieldFault } from '../layout/faults';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { answerFaults, readAnswer, type TypedAnswer } from './check-answer';
import { DepartmentGuard } from './department.guard';
import { sendDownload } from './send-download';
import { transferPage } from './TransferPage';
import { uploadsOf, type Uploaded } from './uploads';

const limits = { files: MAX_UPLOADS, fileSize: MAX_UPLOAD_BYTES, fields: 10, fieldSize: 100_000, parts: 20, headerPairs: 50 };

/** The page of an outside department: no account, the link is the key. */
@Public()
@UseFilters(TroubleFilter)
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
  @UseInterceptors(FilesInterceptor('files', MAX_UPLOADS, { limits }))
  async say(
    @Param('token') token: string,
    @UploadedFiles() uploaded: readonly Uploaded[] | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const from = request.ip ?? '';
    const over = await this.shown.show(token, from);
    const typed = readAnswer(request.body);
    const faults = over.mayAct ? answerFaults(typed, over) : [];
    const refused = over.mayAct && !faults.length ? await this.take(token, from, typed, uploaded ?? []) : null;
    const wrong = refused ? [refused] : faults;
    if (wrong.length)
      return sendPage(request, response, this.office, transferPage(this.office, { token, over, typed, faults: wrong }));
    // Sent twice or too late, it says what was done.
    response.redirect(303, `/transfers/${token}`);
  }

  private async take(token: string, from: string, typed: TypedAnswer, uploaded: readonly Uploaded[]): Promise<FieldFault | null> {
    const { way, officer, phone, text } = typed;
    try {
      await this.door.say(token, from, way!, { officer, phone, text }, uploadsOf(uploaded));
      return null;
    } catch (error) {
      if (error instanceof Fault && error.kind === 'missing') throw error;
      const field = error instanceof Fault && error.code === 'files' ? 'files' : 'text';
      return { field, words: refusalOf(error).words };
    }
  }
}
