import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { AuditService, ImportDesk, Reconciliations } from '@hub/casework';
import type { FindingView, ReconciliationListView, ReconciliationView } from '@hub/contract';
import type { Day, FindingKind, Staff } from '@hub/domain';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { OptionalDay } from '../http/validation';

type Found = Awaited<ReturnType<Reconciliations['of']>>;

export class ReconciledDaysDto {
  @OptionalDay()
  from?: Day;

  /** Included. */
  @OptionalDay()
  to?: Day;
}

/** A source's export against ours: theirs not ours, ours not theirs, differs. */
@Controller('api/v1/imports/:id/reconciliation')
@Allow('import')
export class ReconciliationController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly reconciliations: Reconciliations,
    private readonly audit: AuditService,
  ) {}

  @Post()
  @HttpCode(200)
  async reconcile(
    @Param('id', ParseIntPipe) id: number,
    @Body() days: ReconciledDaysDto,
    @Person() by: Staff,
  ): Promise<ReconciliationView> {
    const about = await this.desk.one(id);
    const found = await this.reconciliations.of(about, days, by);
    await this.audit.record(by, 'import.reconcile', about.source, { import: id, ...found.counts });
    return { theirs: listView(found, 'theirs'), ours: listView(found, 'ours'), differs: listView(found, 'differs') };
  }

  /** All of it as a workbook. */
  @Get('workbook')
  async workbook(
    @Param('id', ParseIntPipe) id: number,
    @Query() days: ReconciledDaysDto,
    @Person() by: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const about = await this.desk.one(id);
    const bytes = await this.reconciliations.asWorkbook(about, days, by);
    await this.audit.record(by, 'download', about.source, { import: id, reconciliation: true });
    sendFile(response, Readable.from(bytes), `${about.fileName.replace(/\.[^.]*$/, '')}-核对.xlsx`);
  }
}

const listView = ({ counts, lists }: Found, kind: FindingKind): ReconciliationListView => ({
  count: counts[kind],
  items: lists[kind].map(findingView),
});

const findingView = ({
  row,
  outsideNumber,
  number,
  receivedOn,
  subject,
  note,
  differences,
}: Found['lists'][FindingKind][number]): FindingView => ({
  row,
  outsideNumber,
  number,
  receivedOn,
  subject,
  note,
  differences: differences.map(({ name, theirs, ours }) => ({ name, theirs, ours })),
});
