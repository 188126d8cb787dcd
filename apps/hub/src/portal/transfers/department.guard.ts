import { Injectable, PayloadTooLargeException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DepartmentDoor } from '@hub/casework';
import type { Request } from 'express';
import { refuseForeign } from '../own-form';

/** Three times what is kept: files that are too large are read and dropped, so that the page can name them. */
const MAX_BODY = 300 * 1024 * 1024;

/** Before a body is read: the form was sent by our own page, its link is good, and its length is known and bearable. */
@Injectable()
export class DepartmentGuard implements CanActivate {
  constructor(private readonly door: DepartmentDoor) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    refuseForeign(request, '请从函里的链接打开页面再填。');
    const length = request.get('content-length');
    if (length === undefined || Number(length) > MAX_BODY) throw new PayloadTooLargeException();
    await this.door.mayAct(String(request.params.token), request.ip ?? '');
    return true;
  }
}
