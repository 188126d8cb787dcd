import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { PublicationDesk, PublicationService } from '@hub/casework';
import type { PublicationPage, PublicationView, UndecidedAppeal } from '@hub/contract';
import { Fault, readAppealNumber, sees, sightOf, type Staff } from '@hub/domain';
import { PublicationQuery, type PublicationRow } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import {
  ApprovalWordDto,
  NewPublicationDto,
  PublicationsQueryDto,
  PublicationVersionDto,
  PublicationWithdrawalDto,
  PublicationWordsDto,
  WithholdingDto,
  WordDto,
} from './publications.dto';
import { publicationLine, publicationView, undecidedAppeal } from './publications.view';

const UNDECIDED = 50;

/** Publications (公开件): prepared by the office, agreed to by the section, approved by the deputy in charge. */
@Controller('api/v1/publications')
export class PublicationsController {
  constructor(
    private readonly service: PublicationService,
    private readonly desk: PublicationDesk,
    private readonly publications: PublicationQuery,
  ) {}

  @Get()
  @Allow('publication.read')
  async list(@Query() { state, cursor, limit = 50 }: PublicationsQueryDto, @Person() staff: Staff): Promise<PublicationPage> {
    const rows = await this.publications.page(state, sightOf(staff), limit + 1, cursor ? readCursor(cursor) : null);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return { items: items.map(publicationLine), nextCursor: rows.length > limit && last ? writeCursor(last) : null };
  }

  @Get('undecided')
  @Allow('publication.prepare')
  async undecided(@Person() staff: Staff): Promise<UndecidedAppeal[]> {
    const appeals = await this.publications.undecided(sightOf(staff), UNDECIDED);
    return appeals.filter((appeal) => sees(staff, appeal)).map(undecidedAppeal);
  }

  @Get(':id')
  @Allow('publication.read')
  async show(@Param('id', ParseIntPipe) id: number, @Person() staff: Staff): Promise<PublicationView> {
    return publicationView(await this.desk.open(id, staff), staff);
  }

  @Post()
  @Allow('publication.prepare')
  async prepare(@Body() { appeal, withheld }: NewPublicationDto, @Person() by: Staff): Promise<PublicationView> {
    const id = await this.service.prepare(readAppealNumber(appeal) ?? '', withheld ?? null, by);
    return this.show(id, by);
  }

  @Post(':id')
  @HttpCode(200)
  @Allow('publication.prepare')
  async change(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, topic = null, street = null, ...words }: PublicationWordsDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.change(id, { ...words, topic, street: street || null }, version, by);
    return this.show(id, by);
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @Allow('publication.agree')
  async agree(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, yes, note = '' }: WordDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.agree(id, { yes, note }, version, by);
    return this.show(id, by);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Allow('publication.approve')
  async approve(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, yes, note = '', leakReason }: ApprovalWordDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.approve(id, { yes, note, leakReason }, version, by);
    return this.show(id, by);
  }

  @Post(':id/publication')
  @HttpCode(200)
  @Allow('publication.prepare')
  async publish(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version }: PublicationVersionDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.publish(id, version, by);
    return this.show(id, by);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('publication.withdraw')
  async withdraw(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, reason }: PublicationWithdrawalDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.withdraw(id, reason, version, by);
    return this.show(id, by);
  }

  @Post(':id/withholding')
  @HttpCode(200)
  @Allow('publication.prepare')
  async withhold(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, ...withholding }: WithholdingDto,
    @Person() by: Staff,
  ): Promise<PublicationView> {
    await this.service.withhold(id, withholding, version, by);
    return this.show(id, by);
  }
}

const writeCursor = ({ publication: { changedAt, id } }: PublicationRow): string =>
  Buffer.from(JSON.stringify([changedAt, id])).toString('base64url');

function readCursor(cursor: string): { changedAt: string; id: number } {
  try {
    const [changedAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof changedAt === 'string' && Number.isSafeInteger(id)) return { changedAt, id: id as number };
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new Fault('invalid', 'cursor', '翻页标记不对。', '请从第一页重新查询。');
}
