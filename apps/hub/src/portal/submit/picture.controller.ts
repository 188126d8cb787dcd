import { Controller, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { receiptPicture, TrackDoor, TrackPasses } from '@hub/casework';
import { dayOf, longDate, NotFound, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { readField } from '../layout/read-field';
import { Public } from '../public';
import { sendDownload } from '../transfers/send-download';
import { TroubleFilter } from '../trouble/trouble.filter';

/** Number and code as a picture, made from what the page holds: nothing of it is kept. */
@Public()
@UseFilters(TroubleFilter)
@Controller('submit/picture')
export class PictureController {
  constructor(
    private readonly door: TrackDoor,
    private readonly passes: TrackPasses,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Post()
  async draw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const [number, code] = [readField(request.body, 'number'), readField(request.body, 'code')];
    const pass = await this.door.enter(number, code, request.ip ?? '');
    const appeal = pass && (await this.passes.appealOf(pass));
    if (!appeal) throw new NotFound();
    const { bytes, ending } = await receiptPicture([
      { text: '一线通来件回执' },
      { text: `编号  ${appeal.number}`, large: true },
      { text: `查询码  ${code}`, large: true },
      { text: `收到日期  ${longDate(dayOf(appeal.receivedAt))}` },
      { text: `查进度  ${this.office.publicUrl}/track` },
      { text: `电话  ${this.office.phone}  请不要把查询码告诉别人` },
    ]);
    sendDownload(response, Readable.from([bytes]), `来件回执-${appeal.number}.${ending}`);
  }
}
