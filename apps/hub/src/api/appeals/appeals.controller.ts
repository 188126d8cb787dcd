import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CLOCK, DeskService, OFFICE, type Clock } from '@hub/casework';
import type { AppealView, QueuePage, RegisteredView } from '@hub/contract';
import {
  dayOf,
  KINDS,
  NotFound,
  readAppealNumber,
  SECRECIES,
  sees,
  type Kind,
  type Office,
  type Secrecy,
  type Staff,
} from '@hub/domain';
import { AppealQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { OptionalMoment, OptionalOneOf, OptionalText, Text } from '../http/validation';
import { GroupingReader } from '../matters/grouping.reader';
import { appealView } from './appeal.view';
import { QueueQueryDto } from './queue.dto';
import { QueueReader } from './queue.reader';

export class DeskEntryDto {
  /** One of the sources in use, by its name. */
  @Text(1, 58)
  source: string;

  @OptionalOneOf(KINDS)
  kind?: Kind;

  @OptionalText(120)
  subject?: string;

  @Text(1, 20_000)
  text: string;

  @OptionalOneOf(SECRECIES)
  secrecy?: Secrecy;

  @OptionalText(60)
  name?: string;

  @OptionalText(40)
  phone?: string;

  @OptionalText(190)
  email?: string;

  @OptionalText(200)
  address?: string;

  @OptionalText(18)
  idNumber?: string;

  @OptionalText(190)
  place?: string;

  @OptionalText(40)
  street?: string;

  @OptionalMoment()
  receivedAt?: string;

  @OptionalText(78)
  outsideNumber?: string;
}

@Controller('api/v1/appeals')
export class AppealsController {
  constructor(
    private readonly queue: QueueReader,
    private readonly appeals: AppealQuery,
    private readonly desk: DeskService,
    private readonly grouping: GroupingReader,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('queue.read')
  list(@Query() query: QueueQueryDto, @Person() staff: Staff): Promise<QueuePage> {
    return this.queue.page(query, staff);
  }

  @Post()
  @Allow('appeal.register')
  async create(@Body() entry: DeskEntryDto): Promise<RegisteredView> {
    const { number, queryCode, due, contactWaiver, siteWaiver } = await this.desk.register(entry);
    return {
      number,
      queryCode,
      promise: { contactBy: contactWaiver ? null : due.contact, siteBy: siteWaiver ? null : due.site, replyBy: due.reply },
    };
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
