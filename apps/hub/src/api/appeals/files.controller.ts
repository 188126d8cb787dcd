import { Controller, Get, Param, ParseIntPipe, Res } from '@nestjs/common';
import { AuditService, IdentityService, VirusScan } from '@hub/casework';
import {
  Fault,
  identityLevel,
  identityNeedsReason,
  isRecording,
  maskIdentityIn,
  NotFound,
  readAppealNumber,
  readsMasked,
  sees,
  type Staff,
} from '@hub/domain';
import { AppealQuery, FileStore, type AppealEntity } from '@hub/persistence';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';

/** Bytes as they came: always a download, never a page of ours, and always with an entry in the audit chain. */
@Controller('api/v1/appeals/:number')
export class FilesController {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly identities: IdentityService,
    private readonly scan: VirusScan,
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
    await this.scan.refuseBarred(attachment);
    // A voice tells who speaks.
    if (isRecording(attachment.mediaType)) await this.refuseUnknowing(appeal, staff);
    const party = readsMasked(staff, appeal) ? (await this.appeals.whole(appeal)).party : null;
    await this.audit.record(staff, 'download', appeal.number, { attachment: id });
    const name = party ? maskIdentityIn(attachment.name, party) : attachment.name;
    sendFile(response, this.files.read(attachment.fileHash), name);
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
    await this.refuseUnknowing(appeal, staff);
    await this.audit.record(staff, 'download', appeal.number, { original: id });
    const ending = message.mediaType === 'message/rfc822' ? 'eml' : message.mediaType === 'text/html' ? 'html' : 'bin';
    sendFile(response, this.files.read(message.fileHash), `${appeal.number}-${id}.${ending}`);
  }

  /** The letter as it came names its writer: it opens to those who may know him, and who have said why where that is asked. */
  private async refuseUnknowing(appeal: AppealEntity, staff: Staff): Promise<void> {
    if (identityLevel(staff, appeal) !== 'full')
      throw new Fault(
        'forbidden',
        'identity',
        '原件和录音里有反映人的身份，您不能查看。',
        '请看来件正文；需要原件请找局办公室。',
      );
    if (appeal.guard === '' || !identityNeedsReason(staff) || (await this.identities.looked(appeal.number, staff))) return;
    throw new Fault(
      'forbidden',
      'look-first',
      '保密件的原件和录音里有反映人的身份。',
      '请先用“查看身份”写明事由，一小时内可以下载。',
    );
  }

  private async seen(number: string, staff: Staff): Promise<AppealEntity> {
    const appeal = await this.appeals.byNumber(readAppealNumber(number) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    return appeal;
  }
}
