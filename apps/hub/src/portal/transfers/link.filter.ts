import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { NotFound, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { noLinkPage } from './NoLinkPage';

/** A link that opens nothing: unknown, void or miswritten, all answered alike. */
@Catch(NotFound)
export class LinkFilter implements ExceptionFilter<NotFound> {
  constructor(@Inject('OFFICE') private readonly office: Office) {}

  catch(_: NotFound, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendPage(http.getRequest<Request>(), http.getResponse<Response>(), this.office, noLinkPage(this.office));
  }
}
