import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { NoticeService } from '@hub/casework';
import type { NoticePage } from '@hub/contract';
import { sees, type Staff } from '@hub/domain';
import { DeskQuery, SupervisionQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { NoticeListDto, ReadDto } from './supervision.dto';
import { noticeView, toSignView } from './supervision.view';

/** Nobody counts further on a bell. */
const COUNTED = 99;
const TO_SIGN = 20;

/** What the person who asks was told of, as long as he may know of the appeal. */
@Controller('api/v1/notices')
@Allow('session')
export class NoticesController {
  constructor(
    private readonly supervision: SupervisionQuery,
    private readonly notices: NoticeService,
    private readonly desk: DeskQuery,
  ) {}

  @Get()
  async list(@Query() { unread, before, limit = 30 }: NoticeListDto, @Person() staff: Staff): Promise<NoticePage> {
    const [rows, open, openings] = await Promise.all([
      this.supervision.notices(staff.id, unread === 'yes', before ?? null, limit),
      this.supervision.notices(staff.id, true, null, COUNTED + 1),
      this.desk.openingsToSign(staff.id, TO_SIGN),
    ]);
    const seen = open.filter(({ appeal }) => sees(staff, appeal)).length;
    return {
      toSign: openings.map(toSignView),
      items: rows.filter(({ appeal }) => sees(staff, appeal)).map(noticeView),
      unread: { count: Math.min(seen, COUNTED), more: seen > COUNTED },
      next: rows.length === limit ? rows.at(-1)!.row.id : null,
    };
  }

  @Post('read')
  @HttpCode(204)
  async read(@Body() { ids }: ReadDto, @Person() staff: Staff): Promise<void> {
    await this.notices.read(staff, ids ?? null);
  }
}
