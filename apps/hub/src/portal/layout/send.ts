import type { Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wantsLarge } from '../preferences/letters';
import { Layout } from './Layout';
import type { Page } from './page';

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Content-Type': 'text/html; charset=utf-8',
  // The same address answers in two letter sizes.
  Vary: 'Cookie',
} as const;

/** Seconds after which it may go well. */
const RETRY_AFTER: Record<number, string> = { 429: '900', 503: '60' };

export function sendPage(request: Request, response: Response, office: Office, page: Page): void {
  const large = wantsLarge(request);
  const html = `<!doctype html>${renderToStaticMarkup(createElement(Layout, { office, page, large, notices: noticesOf(response) }))}`;
  response
    .status(page.status ?? 200)
    .set(HEADERS)
    .set('Cache-Control', page.personal ? 'no-store' : page.cacheSeconds ? `public, max-age=${page.cacheSeconds}` : 'no-cache');
  const retryAfter = page.retryAfter?.toString() ?? RETRY_AFTER[page.status ?? 200];
  if (retryAfter) response.set('Retry-After', retryAfter);
  if (page.personal) response.set('X-Robots-Tag', 'noindex');
  response.send(html);
}

/** Laid there by the guard of the notices; pages of errors before a route go without. */
const noticesOf = ({ locals }: Response): readonly string[] => (locals['notices'] as readonly string[] | undefined) ?? [];
