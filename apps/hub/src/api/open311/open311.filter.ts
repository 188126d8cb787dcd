import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { Fault, Limited, maskIdentityIn, NOBODY, type FaultKind } from '@hub/domain';
import { isUnreachable } from '@hub/persistence';
import type { Request, Response } from 'express';
import { answer } from './answer';

/** GeoReport v2 knows 400, 403 and 404, and 403 for every missing or wrong api_key. */
const STATUS: Partial<Record<FaultKind, number>> = {
  unauthenticated: 403,
  forbidden: 403,
  missing: 404,
  refused: 409,
  mismatched: 422,
  limited: 429,
  unavailable: 503,
};

/** Everything thrown becomes an error in the form of GeoReport v2, without a word of our insides. */
@Catch()
export class Open311Filter implements ExceptionFilter {
  private readonly log = new Logger('Open311');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { code, description } = this.told(error);
    const response = http.getResponse<Response>();
    if (error instanceof Limited) response.set('Retry-After', String(error.retryAfterSeconds));
    answer(http.getRequest<Request>(), response, 'errors', [{ code, description }], code);
  }

  private told(error: unknown): { code: number; description: string } {
    if (error instanceof Fault)
      return { code: STATUS[error.kind] ?? 400, description: [error.message, error.hint].filter(Boolean).join('') };
    if (isUnreachable(error)) return { code: 503, description: '暂时不能用，没有保存。请稍后再试。' };
    if (error instanceof HttpException && error.getStatus() < 500)
      return { code: error.getStatus(), description: '请求的格式不对。请对照 GeoReport v2 的说明。' };
    this.log.error(maskIdentityIn(error instanceof Error ? (error.stack ?? error.message) : String(error), NOBODY));
    return { code: 500, description: '服务器出错，没有保存。请稍后再试。' };
  }
}
