import { Controller, Get, Inject, Query, Req, Res, UseFilters } from '@nestjs/common';
import { WebReceipts } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { againPage } from './AgainPage';
import { donePage } from './DonePage';
import { DraftDesk } from './draft-desk';
import { Elsewhere, ElsewhereFilter } from './elsewhere';

/** What became of it: the numbers as often as one likes, the query codes once. */
@Public()
@UseFilters(TroubleFilter, ElsewhereFilter)
@Controller('submit/:key/done')
export class DoneController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly receipts: WebReceipts,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response, @Query('next') next: unknown): Promise<void> {
    const keys = this.desk.keysOf(request);
    const registered = keys && (await this.receipts.show(keys));
    if (!registered) throw new Elsewhere('/submit?gone=1');
    const goesOn = typeof next === 'string' && /^[a-z0-9]{16}$/.test(next) ? next : null;
    const page = registered[0]?.queryCode
      ? donePage(this.office, { registered, next: goesOn })
      : againPage(this.office, registered, goesOn);
    sendPage(request, response, this.office, page);
  }
}
