import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AttachmentService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import { Fault, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { OptionalWhole, Text } from '../http/validation';
import { ActDto } from './acts.dto';
import { AppealsController } from './appeals.controller';

export class UploadQueryDto extends ActDto {
  /** The file's name; what it is, its content says. */
  @Text(1, 200)
  name: string;

  @OptionalWhole(1, 2_000_000_000)
  siteRecordId?: number;
}

/** A photo or a paper as the request's body (application/octet-stream). */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class UploadsController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly shown: AppealsController,
  ) {}

  @Post('attachments')
  @HttpCode(200)
  async add(
    @Param('number') number: string,
    @Query() { version, ...file }: UploadQueryDto,
    @Body() bytes: unknown,
    @Person() by: Staff,
  ): Promise<AppealView> {
    if (!Buffer.isBuffer(bytes))
      throw new Fault('invalid', 'file-missing', '没有收到文件。', '请把文件内容作为请求体，类型 application/octet-stream。');
    await this.attachments.add(number, { ...file, bytes }, by, version);
    return this.shown.show(number, by);
  }
}
