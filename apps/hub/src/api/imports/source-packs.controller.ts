import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { SourcePacks, type MadePack } from '@hub/casework';
import type { SourcePackView } from '@hub/contract';
import {
  BEGINNING,
  Fault,
  PACK_BASES,
  PACK_FORMATS,
  PACK_SPANS,
  withOffset,
  type PackBasis,
  type PackFormat,
  type PackSpan,
  type Staff,
} from '@hub/domain';
import { SourcePackQuery, type SourcePackEntity } from '@hub/persistence';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { OneOf, OptionalDay, OptionalOneOf, OptionalText, Text } from '../http/validation';

const LISTED = 50;

export class SourcePackDto {
  /** The door in full, e.g. 纠风热线. */
  @Text(1, 58)
  source: string;

  /** What the time is about: received then, or answered then. */
  @OneOf(PACK_BASES)
  by: PackBasis;

  /** Days that `from` and `to` name, since the last pack, or all. */
  @OptionalOneOf(PACK_SPANS)
  span: PackSpan = 'days';

  @OptionalDay()
  from?: string;

  /** Included. */
  @OptionalDay()
  to?: string;

  @OptionalOneOf(PACK_FORMATS)
  format: PackFormat = 'xlsx';

  /** Why guarded appeals are wanted too; without it they are left out. */
  @OptionalText(200)
  guardedBecause?: string;
}

/** What became of a source's appeals, in the source's own columns. */
@Controller('api/v1/source-packs')
@Allow('import')
export class SourcePacksController {
  constructor(
    private readonly packs: SourcePacks,
    private readonly made: SourcePackQuery,
  ) {}

  @Get()
  async list(): Promise<SourcePackView[]> {
    return (await this.made.made(LISTED)).map(packView);
  }

  @Post()
  @HttpCode(200)
  async create(@Body() about: SourcePackDto, @Person() by: Staff, @Res() response: Response): Promise<void> {
    const { source, by: basis, format } = about;
    const order = { source, basis, format, days: daysOf(about), guardedBecause: about.guardedBecause?.trim() || null };
    send(response, await this.packs.make(order, by));
  }

  /** The same pack once more. */
  @Get(':id/file')
  async again(@Param('id', ParseIntPipe) id: number, @Person() by: Staff, @Res() response: Response): Promise<void> {
    send(response, await this.packs.again(id, by));
  }
}

const send = (response: Response, { name, bytes }: MadePack): void => sendFile(response, Readable.from(bytes), name);

function daysOf({ span, from, to }: SourcePackDto): { from: string; to: string } | 'last' | 'all' {
  if (span !== 'days') return span;
  if (!from || !to) throw new Fault('invalid', 'period', '没有写起止日期。', '请写 from 和 to，或者 span 写 last、all。');
  return { from, to };
}

const packView = (one: SourcePackEntity): SourcePackView => ({
  id: one.id,
  source: one.source,
  span: one.span,
  by: one.basis,
  from: one.fromAt === BEGINNING ? null : withOffset(one.fromAt),
  to: withOffset(one.toAt),
  format: one.format,
  guarded: one.guardedBecause !== null,
  madeBy: one.byName,
  at: withOffset(one.at),
});
