import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { readAppealNumber, type Staff } from '@hub/domain';
import { whileDoing } from '@hub/persistence';
import type { Request } from 'express';
import { Observable } from 'rxjs';

export interface SignedIn extends Request {
  staff?: Staff;
}

/** `POST /api/v1/outbox/:id/retry`: the route, whose words are ours and tell nobody's identity. */
export const routeOf = (request: Request): string =>
  `${request.method} ${String((request.route as { path?: unknown } | undefined)?.path ?? request.path)}`;

/** The appeal's number, or the address as far as it holds nothing but our words and short ids: what was typed may be a name. */
export function subjectOf(request: Request): string {
  const given = Object.entries(request.params) as [string, string][];
  const number = readAppealNumber(given.find(([name]) => name === 'number')?.[1] ?? '');
  if (number) return number;
  return given.every(([, value]) => /^[a-z0-9-]{1,40}$/i.test(value) && !/\d{7}/.test(value)) ? request.path : routeOf(request);
}

/** Whatever a member of staff changes through the interface is in the audit chain, whether or not its service thinks of it. */
@Injectable()
export class Audited implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const { staff } = request;
    if (!staff) return next.handle();
    const doing = {
      actorId: staff.id,
      actorName: staff.name,
      action: routeOf(request),
      subject: subjectOf(request),
      changes: request.method !== 'GET' && request.method !== 'HEAD',
    };
    return new Observable((subscriber) => whileDoing(doing, () => next.handle().subscribe(subscriber)));
  }
}
