import { Controller, Get, Inject, Post, Redirect, Req, Res, UseFilters } from '@nestjs/common';
import { TrackingService } from '@hub/casework';
import { Fault, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { FieldFault } from '../layout/faults';
import type { Page } from '../layout/page';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { missingKeys, wordsFaults } from './check-track';
import type { Keys } from './keys';
import { statusPage } from './StatusPage';
import { noMatch, trackPage } from './TrackPage';

const keysOf = (body: unknown): Keys => ({ number: readField(body, 'number'), code: readField(body, 'code') });

@Public()
@UseFilters(TroubleFilter)
@Controller('track')
export class TrackController {
  constructor(
    private readonly tracking: TrackingService,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  ask(@Req() request: Request, @Res() response: Response): void {
    sendPage(request, response, this.office, trackPage(this.office));
  }

  @Post()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    keepLetters(request, response);
    const page = await this.statusOf(request, { typed: readField(request.body, 'more') });
    sendPage(request, response, this.office, page);
  }

  /** Somebody has opened the address of the answer's page. */
  @Get('supplement')
  @Redirect('/track', 303)
  goBack(): void {}

  @Post('supplement')
  async supplement(@Req() request: Request, @Res() response: Response): Promise<void> {
    sendPage(request, response, this.office, await this.take(request));
  }

  private async take(request: Request): Promise<Page> {
    const typed = readField(request.body, 'more');
    const faults = wordsFaults(typed);
    if (faults.length) return this.statusOf(request, { typed, faults });
    const { number, code } = keysOf(request.body);
    try {
      await this.tracking.supplement(number, code, request.ip ?? '', typed);
    } catch (error) {
      if (error instanceof Fault && (error.kind === 'limited' || error.kind === 'missing')) throw error;
      return this.statusOf(request, { typed, faults: [{ field: 'more', words: refusalOf(error).words }] });
    }
    return this.statusOf(request, { taken: true });
  }

  private async statusOf(
    request: Request,
    rest: { typed?: string; faults?: readonly FieldFault[]; taken?: boolean },
  ): Promise<Page> {
    const keys = keysOf(request.body);
    const missing = missingKeys(keys);
    if (missing.length) return trackPage(this.office, { number: keys.number, faults: missing });
    const tracked = await this.tracking.find(keys.number, keys.code, request.ip ?? '');
    return tracked ? statusPage(this.office, { tracked, keys, ...rest }) : trackPage(this.office, noMatch(keys.number));
  }
}
