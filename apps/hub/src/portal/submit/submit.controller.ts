import { Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { WebDoorService } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { Page } from '../layout/page';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { againPage } from './AgainPage';
import { faultsOf, formOf } from './check-draft';
import { donePage } from './DonePage';
import { emptyDraft, readDraft, type Draft } from './draft';
import { submitPage } from './SubmitPage';

@Public()
@UseFilters(TroubleFilter)
@Controller('submit')
export class SubmitController {
  constructor(
    private readonly door: WebDoorService,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response, @Query('kind') kind: unknown): void {
    const draft = emptyDraft(typeof kind === 'string' ? kind : '');
    sendPage(request, response, this.office, submitPage(this.office, { draft, faults: [] }));
  }

  @Post()
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const draft = readDraft(request.body);
    const page = keepLetters(request, response) ? submitPage(this.office, { draft, faults: [] }) : await this.answer(draft);
    sendPage(request, response, this.office, page);
  }

  private async answer(draft: Draft): Promise<Page> {
    const faults = faultsOf(draft, this.office.streets);
    if (faults.length) return submitPage(this.office, { draft, faults });
    try {
      const registered = await this.door.submit(formOf(draft));
      return registered.queryCode ? donePage(this.office, registered) : againPage(this.office, registered);
    } catch (error) {
      // What somebody has typed is never lost to our trouble.
      const { status, words } = refusalOf(error);
      const refused = { draft, faults: [{ field: 'send', words }] };
      return submitPage(this.office, refused, { status, title: '这一次没有登记成功，您写的内容还在' });
    }
  }
}
