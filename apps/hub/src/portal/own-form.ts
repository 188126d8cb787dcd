import { Fault } from '@hub/domain';
import type { Request } from 'express';

/** Whether a form was sent by a page of another site; a browser that says nothing of it is believed. */
export function isForeign(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  // Our pages send no referrer, and with it the browser says `null` for their own origin.
  const elsewhere = origin !== undefined && origin !== 'null' && hostOf(origin) !== request.get('host');
  return site === 'cross-site' || site === 'same-site' || elsewhere;
}

export function refuseForeign(request: Request, hint: string): void {
  if (isForeign(request)) throw new Fault('forbidden', 'cross-site', '请求来自别的网站，没有执行。', hint);
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
