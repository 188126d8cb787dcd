import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CLOCK, OFFICE, TransferAnswerService, TransferService, type Clock } from '@hub/casework';
import type { AppealView, TransferPage } from '@hub/contract';
import { dayOf, NotFound, sees, sightOf, type Office, type Staff } from '@hub/domain';
import { AppealQuery, TransferQuery } from '@hub/persistence';
import { ActDto } from '../appeals/acts.dto';
import { AppealsController } from '../appeals/appeals.controller';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { TransferDto, TransferListDto } from './transfer.dto';
import { transferRow } from './transfer.view';

/** The transfer of an appeal, and what the office writes down of it. */
@Controller('api/v1/appeals/:number/transfer')
@Allow('appeal.act')
export class TransferActController {
  constructor(
    private readonly transfers: TransferService,
    private readonly answers: TransferAnswerService,
    private readonly shown: AppealsController,
  ) {}

  @Post()
  @HttpCode(200)
  async transfer(@Param('number') number: string, @Body() body: TransferDto, @Person() by: Staff): Promise<AppealView> {
    const { version, outcome = 'out' } = body;
    if (outcome === 'out' || outcome === 'designate') await this.transfers[outcome](number, letterOf(body), by, version);
    else if (outcome === 'receipt' || outcome === 'objection' || outcome === 'reply')
      await this.answers.record(outcome, number, wordOf(outcome, body), by, version);
    else if (outcome === 'link') await this.answers.renew(number, by, version);
    else if (outcome === 'answer') await this.answers.answered(number, wanted(body, 'answer', '请写外单位的答复'), by, version);
    else await this.answers.takeBack(number, wanted(body, 'reason', '请写收回的理由'), by, version);
    return this.shown.show(number, by);
  }
}

function letterOf(body: TransferDto): Parameters<TransferService['out']>[1] {
  return {
    departmentId: wanted(body, 'departmentId', '请选外单位'),
    summary: wanted(body, 'summary', '请写事由摘要，不含反映人身份'),
    reason: wanted(body, 'reason', '请写转交理由'),
    delivery: body.delivery,
    attachments: body.attachments,
    consent: body.shareIdentity ? wanted(body, 'consent', '请写反映人何时、怎样同意转送姓名和电话') : undefined,
  };
}

function wordOf(outcome: 'receipt' | 'objection' | 'reply', body: TransferDto): Parameters<TransferAnswerService['record']>[2] {
  const text =
    outcome === 'receipt'
      ? ''
      : outcome === 'objection'
        ? wanted(body, 'reason', '请写对方提出异议的理由')
        : wanted(body, 'answer', '请写对方的答复');
  const officer = outcome === 'receipt' ? wanted(body, 'officer', '请写签收人') : (body.officer ?? '');
  return { officer, phone: body.phone ?? '', text, on: body.on };
}

/** Transfers of all appeals that a person may know of. */
@Controller('api/v1/transfers')
export class TransfersController {
  constructor(
    private readonly transfers: TransferQuery,
    private readonly appeals: AppealQuery,
    private readonly answers: TransferAnswerService,
    private readonly shown: AppealsController,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('queue.read')
  async list(@Query() { state, department, cursor, limit = 50 }: TransferListDto, @Person() staff: Staff): Promise<TransferPage> {
    const filter = { state, departmentId: department, before: cursor };
    const found = await this.transfers.page(filter, sightOf(staff), limit + 1);
    const page = found.slice(0, limit);
    return {
      items: page.filter(({ appeal }) => sees(staff, appeal)).map((one) => transferRow(one, this.office, dayOf(this.clock()))),
      nextCursor: found.length > limit ? String(page.at(-1)!.transfer.id) : null,
    };
  }

  /** A new letter with a new link; the old link is void. */
  @Post(':id/link')
  @HttpCode(200)
  @Allow('appeal.act')
  async renew(@Param('id', ParseIntPipe) id: number, @Body() { version }: ActDto, @Person() by: Staff): Promise<AppealView> {
    const transfer = await this.transfers.byId(id);
    const appeal = transfer && (await this.appeals.appealById(transfer.appealId));
    if (!appeal || !sees(by, appeal)) throw new NotFound();
    await this.answers.renew(appeal.number, by, version, id);
    return this.shown.show(appeal.number, by);
  }
}
