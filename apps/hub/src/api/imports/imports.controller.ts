import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query, Req, Res } from '@nestjs/common';
import { AuditService, ImportDesk, RejectedRows } from '@hub/casework';
import type { ImportPreviewView, ImportView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { ImportQuery } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import type { Request, Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { SETTINGS } from '../settings.token';
import { HandInDto, ImportColumnsDto, ImportStartDto } from './imports.dto';
import { importView, previewView } from './imports.view';

const LISTED = 100;

/** Logs (台账) that the office hands in: shown as they would be taken, corrected, then taken by the worker. */
@Controller('api/v1/imports')
@Allow('import')
export class ImportsController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly imports: ImportQuery,
    private readonly rejected: RejectedRows,
    private readonly audit: AuditService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async list(): Promise<ImportView[]> {
    return (await this.imports.latest(LISTED)).map(importView);
  }

  /** The log as the request's body (application/octet-stream). */
  @Post()
  async handIn(@Query() about: HandInDto, @Req() bytes: Request, @Person() by: Staff): Promise<ImportView> {
    const most = this.settings.intake.maxLogBytes;
    return this.show(await this.desk.handIn({ ...about, bytes, most }, by));
  }

  @Get(':id')
  async show(@Param('id', ParseIntPipe) id: number): Promise<ImportView> {
    return importView(await this.desk.one(id));
  }

  @Get(':id/preview')
  async preview(@Param('id', ParseIntPipe) id: number): Promise<ImportPreviewView> {
    return previewView(await this.desk.look(await this.desk.one(id)));
  }

  @Get(':id/rejected')
  async rejectedRows(@Param('id', ParseIntPipe) id: number, @Person() by: Staff, @Res() response: Response): Promise<void> {
    const one = await this.desk.one(id);
    const bytes = await this.rejected.of(one);
    await this.audit.record(by, 'download', one.source, { import: id, rejected: one.rejected });
    sendFile(response, Readable.from(bytes), `${one.fileName.replace(/\.[^.]*$/, '')}-退回.xlsx`);
  }

  /** Throws away what nobody has started. */
  @Delete(':id')
  @HttpCode(204)
  discard(@Param('id', ParseIntPipe) id: number, @Query() { version }: ImportStartDto, @Person() by: Staff): Promise<void> {
    return this.desk.discard(id, by, version);
  }

  @Post(':id/columns')
  @HttpCode(200)
  async correct(
    @Param('id', ParseIntPipe) id: number,
    @Body() { columns, version }: ImportColumnsDto,
    @Person() by: Staff,
  ): Promise<ImportView> {
    await this.desk.correct(id, columns, by, version);
    return this.show(id);
  }

  @Post(':id/start')
  @HttpCode(200)
  async start(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: ImportStartDto,
    @Person() by: Staff,
  ): Promise<ImportView> {
    await this.desk.start(id, by, version);
    return this.show(id);
  }
}
