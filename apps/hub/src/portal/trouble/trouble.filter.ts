import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { pageOf } from './page-of';

/** Errors of the portal's own routes become pages. */
@Catch()
export class TroubleFilter implements ExceptionFilter {
  constructor(@Inject('OFFICE') private readonly office: Office) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendPage(http.getRequest<Request>(), http.getResponse<Response>(), this.office, pageOf(this.office, error));
  }
}
