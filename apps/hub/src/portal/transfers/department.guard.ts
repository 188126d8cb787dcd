import { Injectable, PayloadTooLargeException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DepartmentDoor } from '@hub/casework';
import { Fault } from '@hub/domain';
import type { Request } from 'express';

/** Three times what is kept: files that are too large are read and dropped, so that the page can name them. */
const MAX_BODY = 300 * 1024 * 1024;

/** Before a body is read: the form was sent by our own page, its link is good, and its length is known and bearable. */
@Injectable()
export class DepartmentGuard implements CanActivate {
  constructor(private readonly door: DepartmentDoor) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    // Our pages send no referrer, and with it the browser says `null` for their own origin.
    const foreign = origin !== undefined && origin !== 'null' && hostOf(origin) !== request.get('host');
    if (site === 'cross-site' || site === 'same-site' || foreign)
      throw new Fault('forbidden', 'cross-site', '请求来自别的网站，没有执行。', '请从函里的链接打开页面再填。');
    const length = request.get('content-length');
    if (length === undefined || Number(length) > MAX_BODY) throw new PayloadTooLargeException();
    await this.door.mayAct(String(request.params.token), request.ip ?? '');
    return true;
  }
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
