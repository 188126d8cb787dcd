import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { CLOCK, OFFICE, SupervisionService, type Clock } from '@hub/casework';
import type { AppealView, OrderRow } from '@hub/contract';
import { dayOf, sees, sightOf, type Office, type Staff } from '@hub/domain';
import { SupervisionQuery } from '@hub/persistence';
import { AppealsController } from '../appeals/appeals.controller';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { OrderListDto, SupervisionDto } from './supervision.dto';
import { orderRow } from './supervision.view';

/** Supervision orders below their appeal. */
@Controller('api/v1/appeals/:number/supervision')
@Allow('appeal.act')
export class SupervisionActController {
  constructor(
    private readonly supervision: SupervisionService,
    private readonly shown: AppealsController,
  ) {}

  @Post()
  @HttpCode(200)
  async supervise(@Param('number') number: string, @Body() body: SupervisionDto, @Person() by: Staff): Promise<AppealView> {
    const { decision, version, ground, order, dueOn, orderedBy } = body;
    const text = (field: 'reason' | 'demand' | 'text' | 'words', message: string) => wanted(body, field, message);
    if (decision === 'issue') {
      const words = { reason: text('reason', '请写督办的事由'), demand: text('demand', '请写督办要求') };
      await this.supervision.issue(
        number,
        { ground: wanted(body, 'ground', '请选督办事由'), ...words, dueOn, orderedBy },
        by,
        version,
      );
    } else if (decision === 'dismiss')
      await this.supervision.dismiss(number, ground, text('words', '请写不予督办的理由'), by, version);
    else if (decision === 'answer')
      await this.supervision.answer(number, { order, text: text('text', '请写对督办单的答复') }, by, version);
    else if (decision === 'remind') await this.supervision.remind(number, { order, words: body.words }, by, version);
    else await this.supervision.close(number, { order, words: text('words', '请写办结意见') }, by, version);
    return this.shown.show(number, by);
  }
}

/** Orders of all appeals that a person may know of. */
@Controller('api/v1/supervision-orders')
@Allow('queue.read')
export class SupervisionOrdersController {
  constructor(
    private readonly supervision: SupervisionQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Query() { state = 'open', limit = 100 }: OrderListDto, @Person() staff: Staff): Promise<OrderRow[]> {
    const orders = await this.supervision.orders(state, sightOf(staff), limit);
    return orders
      .filter(({ appeal }) => sees(staff, appeal))
      .map((one) => orderRow(one, this.office, staff, dayOf(this.clock())));
  }
}
