import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { OFFICE, RevisitService } from '@hub/casework';
import type { AppealView, RevisitTaskRow } from '@hub/contract';
import { sees, sightOf, type Office, type Staff } from '@hub/domain';
import { SupervisionQuery } from '@hub/persistence';
import { AppealsController } from '../appeals/appeals.controller';
import { QueueReader } from '../appeals/queue.reader';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { RevisitDto, RevisitListDto } from './revisit.dto';
import { revisitRow } from './revisit.view';

/** Asking the citizen again, below his appeal. */
@Controller('api/v1/appeals/:number/revisit')
@Allow('appeal.act')
export class RevisitActController {
  constructor(
    private readonly revisits: RevisitService,
    private readonly shown: AppealsController,
  ) {}

  @Post()
  @HttpCode(200)
  async revisit(@Param('number') number: string, @Body() body: RevisitDto, @Person() by: Staff): Promise<AppealView> {
    const { outcome, version, ...sheet } = body;
    if (outcome === 'plan') await this.revisits.plan(number, sheet, by, version);
    else if (outcome === 'try') {
      const result = wanted(body, 'result', '请选为什么没有联系上');
      await this.revisits.try(number, { result, at: body.at }, by, version);
    } else await this.revisits.record(number, { ...sheet, outcome }, by, version);
    return this.shown.show(number, by);
  }
}

/** Who is to be asked again, the nearest day first. */
@Controller('api/v1/revisit-tasks')
@Allow('revisit.read')
export class RevisitTasksController {
  constructor(
    private readonly supervision: SupervisionQuery,
    private readonly names: QueueReader,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  @Get()
  async list(@Query() { state = 'open', limit = 100 }: RevisitListDto, @Person() staff: Staff): Promise<RevisitTaskRow[]> {
    const tasks = (await this.supervision.revisits(state, sightOf(staff), limit)).filter(({ appeal }) => sees(staff, appeal));
    const names = await this.names.handlerNames(tasks.map(({ row }) => row.assigneeId));
    return tasks.map((one) => revisitRow(one, this.office, names));
  }
}
