import { Fault } from '@hub/domain';
import type { NextFunction, Request, Response } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Doors of other systems: they are entered by a token in a header of its own, which no page of another site can send. */
const BY_TOKEN = /^\/api\/v1\/intake\/?$/;
const BODIES = ['application/json', 'application/octet-stream'];

/**
 * A page of another site must not act with a clerk's cookie: what changes something comes from our own origin, and in a
 * content type that no form of another site can send unasked.
 */
export function sameOriginOnly(request: Request, _: Response, next: NextFunction): void {
  if (SAFE.has(request.method) || BY_TOKEN.test(request.baseUrl + request.path)) return next();
  const from = request.get('origin');
  const site = request.get('sec-fetch-site');
  const foreign = (from !== undefined && hostOf(from) !== request.get('host')) || site === 'cross-site' || site === 'same-site';
  const hasBody = Number(request.get('content-length') ?? 0) > 0 || request.get('transfer-encoding') !== undefined;
  const type = (request.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (foreign) return next(new Fault('forbidden', 'cross-site', '请求来自别的网站，没有执行。', '请在一线通办理台里操作。'));
  if (hasBody && !BODIES.includes(type)) {
    return next(new Fault('forbidden', 'content-type', `不收 ${type || '没有类型'} 的内容。`, '请用 application/json。'));
  }
  next();
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
