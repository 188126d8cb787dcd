import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { clearAway, type Uploaded } from '@hub/casework';
import type { Request } from 'express';
import { defer, lastValueFrom, type Observable } from 'rxjs';

/** Files of a form wait on the disk; whoever has his answer has left nothing there. Stands before the form reader. */
@Injectable()
export class ClearAway implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { files?: readonly Uploaded[] }>();
    return defer(() => lastValueFrom(next.handle()).finally(() => clearAway(request.files ?? [])));
  }
}
