import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { OFFICE } from '@hub/casework';
import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { ProblemFilter } from './api';
import { portalTrouble } from './portal';

const FOR_PROGRAMS = /^\/(?:api|health|metrics|open311)(?:\/|$)/;

/** Programs are answered with a problem, people with a page. */
@Catch()
@Injectable()
export class FaultsFilter implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  constructor(@Inject(OFFICE) private readonly office: Office) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    if (FOR_PROGRAMS.test(request.path)) return this.problems.catch(error, host);
    portalTrouble(this.office)(error as Error, request, http.getResponse<Response>(), () => undefined);
  }
}
