import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable, Logger } from '@nestjs/common';
import { AuditService, OFFICE } from '@hub/casework';
import { Fault, type FaultKind, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { ProblemFilter, routeOf, subjectOf, type SignedIn } from './api';
import { portalTrouble } from './portal';

const FOR_PROGRAMS = /^\/(?:api|health|metrics|open311)(?:\/|$)/;
/** Refusals that tell of somebody who tried what is not his; a version that was overtaken is nobody's fault. */
const TOLD: readonly FaultKind[] = ['forbidden', 'missing', 'refused'];

/** Programs are answered with a problem, people with a page; what staff were refused is in the audit chain. */
@Catch()
@Injectable()
export class FaultsFilter implements ExceptionFilter {
  private readonly log = new Logger('Audit');
  private readonly problems = new ProblemFilter();

  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly audit: AuditService,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<SignedIn>();
    if (FOR_PROGRAMS.test(request.path)) void this.told(error, request).then(() => this.problems.catch(error, host));
    else portalTrouble(this.office)(error as Error, request as Request, http.getResponse<Response>(), () => undefined);
  }

  /** The entry stands before the answer leaves. A chain that cannot be written does not hide the refusal. */
  private async told(error: unknown, request: SignedIn): Promise<void> {
    const { staff } = request;
    if (!staff || !(error instanceof Fault) || !TOLD.includes(error.kind) || error.code === 'version-conflict') return;
    const detail = { code: error.code, route: routeOf(request) };
    await this.audit
      .record(staff, 'refused', subjectOf(request), detail)
      .catch((trouble: unknown) => this.log.error(trouble instanceof Error ? trouble.message : String(trouble)));
  }
}
