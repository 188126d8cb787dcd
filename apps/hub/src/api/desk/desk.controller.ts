import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CallerService, DeskDraftService } from '@hub/casework';
import type { CallerView, DeskDraftView, SimilarAppeal } from '@hub/contract';
import { withOffset, type Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { CallerDto, DraftDto, SimilarDto } from './desk.dto';
import { callerView, draftView } from './desk.view';
import { SimilarReader } from './similar.reader';

/** What the desk needs while somebody is speaking. */
@Controller('api/v1/desk')
@Allow('appeal.register')
export class DeskController {
  constructor(
    private readonly callers: CallerService,
    private readonly alike: SimilarReader,
    private readonly drafts: DeskDraftService,
  ) {}

  @Post('caller')
  @HttpCode(200)
  async caller(@Body() { phone }: CallerDto, @Person() by: Staff): Promise<CallerView> {
    return callerView(await this.callers.appealsOf(phone, by));
  }

  @Post('similar')
  @HttpCode(200)
  similar(@Body() about: SimilarDto, @Person() staff: Staff): Promise<SimilarAppeal[]> {
    return this.alike.to(about, staff);
  }

  @Get('drafts')
  async list(@Person() by: Staff): Promise<DeskDraftView[]> {
    return (await this.drafts.own(by)).map(draftView);
  }

  @Post('drafts/:key')
  @HttpCode(200)
  async keep(
    @Param('key', ParseUUIDPipe) key: string,
    @Body() { form }: DraftDto,
    @Person() by: Staff,
  ): Promise<{ savedAt: string }> {
    const { savedAt } = await this.drafts.keep(key, form, by);
    return { savedAt: withOffset(savedAt) };
  }

  @Delete('drafts/:key')
  @HttpCode(204)
  discard(@Param('key', ParseUUIDPipe) key: string, @Person() by: Staff): Promise<void> {
    return this.drafts.discard(key, by);
  }
}
