import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { AppealView, QueuePage } from '@hub/contract';
import { dayOf, NotFound, readAppealNumber, sees, type Office, type Staff } from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { GroupingReader } from '../matters/grouping.reader';
import { appealView } from './appeal.view';
import { QueueQueryDto } from './queue.dto';
import { QueueReader } from './queue.reader';

@Controller('api/v1/appeals')
export class AppealsController {
  constructor(
    private readonly queue: QueueReader,
    private readonly appeals: AppealQuery,
    private readonly grouping: GroupingReader,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('queue.read')
  list(@Query() query: QueueQueryDto, @Person() staff: Staff): Promise<QueuePage> {
    return this.queue.page(query, staff);
  }

  @Get(':number')
  @Allow('appeal.read')
  async show(@Param('number') typed: string, @Person() staff: Staff): Promise<AppealView> {
    const appeal = await this.appeals.byNumber(readAppealNumber(typed) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    const file = await this.appeals.whole(appeal);
    const names = await this.queue.handlerNames([appeal.handlerId, ...file.named.map(({ userId }) => userId)]);
    const grouping = await this.grouping.of(appeal, staff);
    return { ...appealView(file, this.office, staff, names, dayOf(this.clock())), ...grouping };
  }
}
