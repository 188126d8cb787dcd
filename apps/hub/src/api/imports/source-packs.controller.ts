import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { SourcePacks } from '@hub/casework';
import { addDays, startOf, type Staff } from '@hub/domain';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { DayField, OneOf, OptionalText, Text } from '../http/validation';

export class SourcePackDto {
  /** The door in full, e.g. 纠风热线. */
  @Text(1, 58)
  source: string;

  /** What the days are about: received then, or answered then. */
  @OneOf(['received', 'answered'])
  by: 'received' | 'answered';

  @DayField()
  from: string;

  /** Included. */
  @DayField()
  to: string;

  /** Why guarded appeals are wanted too; without it they are left out. */
  @OptionalText(200)
  guardedBecause?: string;
}

/** What became of a source's appeals, as a workbook in the source's own columns. */
@Controller('api/v1/source-packs')
export class SourcePacksController {
  constructor(private readonly packs: SourcePacks) {}

  @Post()
  @HttpCode(200)
  @Allow('import')
  async create(
    @Body() { source, by, from, to, guardedBecause }: SourcePackDto,
    @Person() staff: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const period = { by, from: startOf(from), to: startOf(addDays(to, 1)) };
    const bytes = await this.packs.of({ source, period, guardedBecause: guardedBecause?.trim() || null }, staff);
    sendFile(response, Readable.from(bytes), `${source}-${from}-${to}.xlsx`);
  }
}
