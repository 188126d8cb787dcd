import { Body, Controller, Post } from '@nestjs/common';
import { BoxOpeningService, DeskDraftService, DeskService } from '@hub/casework';
import type { RegisteredView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { DeskEntryDto } from './desk.dto';

/** Entry by staff: a call, a visit, a letter, a slip from the box. */
@Controller('api/v1/appeals')
export class DeskEntryController {
  constructor(
    private readonly desk: DeskService,
    private readonly drafts: DeskDraftService,
    private readonly openings: BoxOpeningService,
  ) {}

  @Post()
  @Allow('appeal.register')
  async create(@Body() entry: DeskEntryDto, @Person() by: Staff): Promise<RegisteredView> {
    if (entry.openingId) await this.openings.refuseWrong(entry.openingId, entry.source);
    const { number, queryCode, due, contactWaiver, siteWaiver } = await this.desk.register(entry, by);
    if (entry.draft) await this.drafts.discard(entry.draft, by);
    return {
      number,
      queryCode,
      promise: { contactBy: contactWaiver ? null : due.contact, siteBy: siteWaiver ? null : due.site, replyBy: due.reply },
    };
  }
}
