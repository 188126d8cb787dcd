import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { DraftConflict, LeakFound } from '@hub/casework';
import type { Problem } from '@hub/contract';
import { Fault, Limited, maskIdentityIn, NOBODY, withOffset, type FaultKind } from '@hub/domain';
import { databaseTrouble, isUnreachable } from '@hub/persistence';
import type { Response } from 'express';
import { leakHitView } from './leak-hit.view';
import { InvalidBody } from './validation';

const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String((error as { code?: unknown } | null)?.code));

const STATUS: Record<FaultKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  refused: 409,
  mismatched: 422,
  limited: 429,
  unavailable: 503,
};

/** The one place where anything thrown becomes an answer: RFC 9457, without a word of our insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const problem = this.problemOf(error);
    const wait = retryAfter(error, problem.status);
    if (wait) response.set('Retry-After', String(wait));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof InvalidBody) return { ...asProblem(400, error), fields: error.fields };
    if (error instanceof LeakFound)
      return { ...asProblem(409, error), leaks: error.hits.map(leakHitView), review: offered(error) };
    if (error instanceof DraftConflict) return { ...asProblem(STATUS[error.kind], error), theirs: theirs(error) };
    if (error instanceof Fault) return asProblem(STATUS[error.kind], error);
    if (isDiskFull(error)) {
      this.log.error('磁盘已满，没有保存：请清理放数据的磁盘。');
      return asProblem(503, { code: 'disk-full', message: '磁盘已满，没有保存。', hint: '请管理员清理放数据的磁盘，再试一次。' });
    }
    if (isUnreachable(error)) {
      this.log.error(databaseTrouble(error));
      return asProblem(503, { code: 'database', message: '数据库暂时连不上，没有保存。', hint: '请稍后再试，写的内容还在。' });
    }
    const status = error instanceof HttpException ? error.getStatus() : Number((error as { status?: unknown }).status ?? 500);
    if (status === 404)
      return asProblem(404, { code: 'no-such-address', message: '没有这个地址。', hint: '接口说明见 /api/v1/openapi.json。' });
    if (status === 413) return asProblem(413, { code: 'too-large', message: '内容太大。', hint: '请压缩或分开提交。' });
    if (status >= 400 && status < 500)
      return asProblem(status, {
        code: 'bad-request',
        message: '请求的格式不对。',
        hint: '请按 /api/v1/openapi.json 的说明提交 JSON。',
      });
    const requestId = randomUUID().slice(0, 8);
    this.log.error(
      maskIdentityIn(`${requestId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, NOBODY),
    );
    return {
      ...asProblem(500, {
        code: 'server',
        message: '服务器出错，没有保存。',
        hint: `请重试；还不行，把编号 ${requestId} 告诉系统管理员。`,
      }),
      requestId,
    };
  }
}

/** Seconds; 0 where trying again would not help. */
function retryAfter(error: unknown, status: number): number {
  if (error instanceof Limited) return error.retryAfterSeconds;
  return status === 503 ? 10 : status === 429 ? 900 : 0;
}

const offered = ({ question: { audience, parts } }: LeakFound): Problem['review'] => ({
  audience,
  parts: parts.filter(({ text }) => text.trim()).map(({ where, text }) => ({ where, text })),
});

const theirs = ({ theirs: { text, version, byName, at } }: DraftConflict): Problem['theirs'] => ({
  text,
  version,
  by: byName,
  at: withOffset(at),
});

const asProblem = (status: number, { code, message, hint }: { code: string; message: string; hint?: string }): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  detail: message,
  ...(hint ? { hint } : {}),
});
