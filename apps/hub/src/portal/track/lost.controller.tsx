import { Controller, Get, Inject, Param, Post, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { MailedLinks } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import type { FieldFault } from '../layout/faults';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { linkPage, lostPage, sentPage } from './LostPages';
import { TrackGuard } from './track.guard';
import { Visitors } from './visitor';

/** Whoever has lost his query code. Opening the link's address changes nothing: scanners of mail open links too. */
@Public()
@UseFilters(TroubleFilter)
@Controller('track')
export class LostController {
  constructor(
    private readonly links: MailedLinks,
    private readonly visitors: Visitors,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get('lost')
  ask(@Req() request: Request, @Res() response: Response): void {
    sendPage(request, response, this.office, lostPage(this.office));
  }

  @Post('lost')
  @UseGuards(TrackGuard)
  async send(@Req() request: Request, @Res() response: Response): Promise<void> {
    const number = readField(request.body, 'number');
    const email = readField(request.body, 'email');
    const faults: FieldFault[] = [];
    if (!number) faults.push({ field: 'number', words: '请输入编号' });
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 190)
      faults.push({ field: 'email', words: '请输入当时留的邮箱，如 name@example.com' });
    if (!faults.length) await this.links.send(number, email, request.ip ?? '');
    sendPage(
      request,
      response,
      this.office,
      faults.length ? lostPage(this.office, { number, email, faults }) : sentPage(this.office),
    );
  }

  @Get('link/:token')
  show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): void {
    sendPage(request, response, this.office, linkPage(/^[0-9a-f]{40}$/.test(token) ? token : null));
  }

  @Post('link/:token')
  @UseGuards(TrackGuard)
  async open(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const appealId = await this.links.open(token, request.ip ?? '');
    const visit = appealId === null ? null : await this.visitors.byId(appealId);
    sendPage(request, response, this.office, visit ? await this.visitors.status(visit) : linkPage(null));
  }
}
