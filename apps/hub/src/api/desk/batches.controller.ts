import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { FormBatchService, FormRegistrationService } from '@hub/casework';
import type { FormBatchRow, FormBatchView } from '@hub/contract';
import { NotFound, type Staff } from '@hub/domain';
import { FormBatchQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { FormBatchDto, SheetDto } from './batches.dto';
import { batchRow, batchView } from './batches.view';

const SHOWN = 100;

/** 征求意见表 in batches: each sheet entered by two. */
@Controller('api/v1/desk/batches')
@Allow('appeal.register')
export class FormBatchesController {
  constructor(
    private readonly forms: FormBatchService,
    private readonly registration: FormRegistrationService,
    private readonly batches: FormBatchQuery,
  ) {}

  @Get()
  async list(): Promise<FormBatchRow[]> {
    return (await this.batches.batches(SHOWN)).map(batchRow);
  }

  @Post()
  async open(@Body() body: FormBatchDto, @Person() by: Staff): Promise<FormBatchView> {
    return this.show(await this.forms.open(body, by), by);
  }

  @Get(':id')
  async show(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<FormBatchView> {
    const batch = await this.batches.batch(id);
    if (!batch) throw new NotFound('没有这一批征求意见表。', '请刷新后再看。');
    return batchView(batch, await this.batches.sheets(id), by);
  }

  @Post(':id/sheets')
  @HttpCode(200)
  async enter(
    @Param('id', ParseIntPipe) id: number,
    @Body() { sheet, ...read }: SheetDto,
    @Person() by: Staff,
  ): Promise<FormBatchView> {
    await this.forms.enter(id, sheet, read, by);
    return this.show(id, by);
  }

  @Post(':id/settlements')
  @HttpCode(200)
  async settle(
    @Param('id', ParseIntPipe) id: number,
    @Body() { sheet, ...read }: SheetDto,
    @Person() by: Staff,
  ): Promise<FormBatchView> {
    await this.forms.settle(id, sheet, read);
    return this.show(id, by);
  }

  @Post(':id/registration')
  @HttpCode(200)
  async register(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<FormBatchView> {
    await this.registration.register(id, by);
    return this.show(id, by);
  }
}
