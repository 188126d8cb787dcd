import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ImportService } from '@hub/casework';
import type { ImportReport } from '@hub/contract';
import { Fault, maskIdentityIn, NOBODY, Unreadable } from '@hub/domain';
import { Allow } from '../http/allow';
import { OptionalOneOf, Text } from '../http/validation';

export class ImportQueryDto {
  /** The door in full, e.g. 纠风热线. */
  @Text(1, 58)
  source: string;

  /** The file's name with its ending. */
  @Text(1, 200)
  name: string;

  @OptionalOneOf(['true', 'false'])
  dryRun?: 'true' | 'false';
}

/** A hotline log as the request's body (application/octet-stream). */
@Controller('api/v1/imports')
export class ImportsController {
  constructor(private readonly imports: ImportService) {}

  @Post()
  @HttpCode(200)
  @Allow('import')
  async create(@Query() { source, name, dryRun }: ImportQueryDto, @Body() bytes: unknown): Promise<ImportReport> {
    if (!Buffer.isBuffer(bytes) || !bytes.length) {
      throw new Fault('invalid', 'file-missing', '没有收到文件。', '请把文件内容作为请求体，类型 application/octet-stream。');
    }
    try {
      const { faults, ...counts } = await this.imports.import({ name, bytes }, source, { dryRun: dryRun === 'true' });
      return { source, file: name, ...counts, rejected: faults.length, faults: faults.map(told) };
    } catch (error) {
      if (error instanceof Unreadable)
        throw new Fault('invalid', 'import-unreadable', error.reason, '请按提示改好文件，再导入一次。');
      throw error;
    }
  }
}

/** A reason may repeat what stood in the row. */
const told = ({ row, reason }: { readonly row: number; readonly reason: string }) => ({
  row,
  reason: maskIdentityIn(reason, NOBODY),
});
