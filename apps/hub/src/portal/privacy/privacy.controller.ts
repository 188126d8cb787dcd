import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { privacyPage } from './PrivacyPage';

@Public()
@Controller('privacy')
export class PrivacyController {
  constructor(@Inject('OFFICE') private readonly office: Office) {}

  @Get()
  show(@Req() request: Request, @Res() response: Response): void {
    sendPage(request, response, this.office, privacyPage(this.office));
  }
}
