import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { ReportView } from '@hub/contract';
import { dayOf, sightOf, type Office, type Staff } from '@hub/domain';
import { Reports } from '@hub/insight';
import { Allow, Person } from '../http/allow';
import { reportView } from './report.view';
import { daysOf, ReportQueryDto } from './reports.dto';

/** Figures and rates, each of what the person may see. */
@Controller('api/v1/reports')
@Allow('reports.read')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('figures')
  async figures(@Query() query: ReportQueryDto, @Person() staff: Staff): Promise<ReportView> {
    const now = this.clock();
    const { from, to } = daysOf(query, dayOf(now));
    return reportView(await this.reports.of(sightOf(staff), from, to, now), this.office);
  }
}
