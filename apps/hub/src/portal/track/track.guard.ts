import { Injectable, PayloadTooLargeException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { TryLimits } from '@hub/casework';
import type { Request } from 'express';
import { refuseForeign } from '../own-form';

/** Twice what is kept, so that the page can name what is too large. */
const MAX_BODY = 100 * 1024 * 1024;

/** Before a body is read: the form was sent by our own page, and files come in a bearable size and number. */
@Injectable()
export class TrackGuard implements CanActivate {
  constructor(private readonly limits: TryLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    refuseForeign(request, '请打开“查进度”再办。');
    if (!request.is('multipart/form-data')) return true;
    const length = request.get('content-length');
    if (length === undefined || Number(length) > MAX_BODY) throw new PayloadTooLargeException();
    await this.limits.count('upload', { from: request.ip ?? '' });
    return true;
  }
}
