import { Inject, Injectable, PayloadTooLargeException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Office } from '@hub/domain';
import type { Request } from 'express';
import { DraftDesk } from './draft-desk';

/** Files that are too large are read and dropped, so that the page can name them, up to so many times what may come. */
const TIMES = 3;

/** Before a body is read: it belongs to a draft of this browser, and its length is known and bearable. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(
    private readonly desk: DraftDesk,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    await this.desk.open(request);
    const { maxFiles, maxFileMegabytes } = this.office.web;
    const length = request.get('content-length');
    if (length === undefined || Number(length) > TIMES * maxFiles * maxFileMegabytes * 1024 * 1024)
      throw new PayloadTooLargeException();
    return true;
  }
}
