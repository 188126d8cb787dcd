import { Limited, type Office } from '@hub/domain';
import type { Page } from '../layout/page';
import { notFoundPage } from './NotFoundPage';
import { refusalOf } from './refusal';
import { troublePage } from './TroublePage';

const TITLES: Record<number, string> = { 429: '请过一会儿再查', 500: '我们这边出了点问题', 503: '现在暂时办不了' };

/** The page for an error that no page of its own answers. */
export function pageOf(office: Office, error: unknown): Page {
  const status = statusOf(error);
  if (status === 404) return notFoundPage(office);
  if (status === 413) {
    const words = '您写的内容太长，或者附件太大，没有收下。请按浏览器的“返回”，文字多半还在，减少以后再交。';
    return troublePage(office, { status, title: '交的内容太大了', words });
  }
  if (status !== null && status < 500) {
    return troublePage(office, { status, title: '没有看懂这个请求', words: '请回到首页，从那里重新开始。' });
  }
  const refusal = refusalOf(error);
  if (refusal.status === 404) return notFoundPage(office);
  const page = troublePage(office, { ...refusal, title: TITLES[refusal.status] ?? '没有办成' });
  return error instanceof Limited ? { ...page, retryAfter: error.retryAfterSeconds } : page;
}

/** Nest's and Express's own errors bear their status. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const status =
    'getStatus' in error && typeof error.getStatus === 'function'
      ? (error.getStatus() as unknown)
      : 'status' in error && error.status;
  return typeof status === 'number' ? status : null;
}
