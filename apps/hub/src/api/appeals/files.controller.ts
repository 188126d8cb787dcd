import { Controller, Get, Param, ParseIntPipe, Res } from '@nestjs/common';
import { NotFound, readAppealNumber, sees, type Staff } from '@hub/domain';
import { AppealQuery, FileStore, type AppealEntity } from '@hub/persistence';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';

/** Bytes as they came: always a download, never a page of ours. */
@Controller('api/v1/appeals/:number')
export class FilesController {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
  ) {}

  @Get('attachments/:id')
  @Allow('appeal.read')
  async attachment(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Person() staff: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const appeal = await this.seen(number, staff);
    const attachment = await this.appeals.attachment(id);
    if (attachment?.appealId !== appeal.id) throw new NotFound();
    sendFile(response, this.files.read(attachment.fileHash), attachment.name);
  }

  @Get('originals/:messageId')
  @Allow('appeal.read')
  async original(
    @Param('number') number: string,
    @Param('messageId', ParseIntPipe) id: number,
    @Person() staff: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const appeal = await this.seen(number, staff);
    const message = await this.appeals.message(id);
    if (message?.appealId !== appeal.id || !message.fileHash) throw new NotFound();
    const ending = message.mediaType === 'message/rfc822' ? 'eml' : message.mediaType === 'text/html' ? 'html' : 'bin';
    sendFile(response, this.files.read(message.fileHash), `${appeal.number}-${id}.${ending}`);
  }

  private async seen(number: string, staff: Staff): Promise<AppealEntity> {
    const appeal = await this.appeals.byNumber(readAppealNumber(number) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    return appeal;
  }
}
