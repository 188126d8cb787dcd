import type { OwedPosting } from '@hub/domain';
import type { HttpRequest } from '@hub/http';
import type { Page } from '../page';
import { formOf, type PageForm } from '../page-form';
import { decodePage, parsePage } from '../page-text';
import type { ApiReply, FormReply } from '../profile';

export const DEFAULT_FORM = 'form:has(textarea)';

/** The form as the page shows it, or what of it is missing (Chinese). */
export function answerForm(page: Page, form: FormReply, encoding?: string): PageForm | { readonly fault: string } {
  const { text, formEncoding } = decodePage(page, encoding);
  const selector = form.selector ?? DEFAULT_FORM;
  const found = formOf(parsePage(text), selector, page.url, formEncoding);
  if (!found) return { fault: `网页上没有找到回复的表单（${selector}）` };
  if (!found.names.includes(form.textField)) return { fault: `回复的表单里没有“${form.textField}”这一栏` };
  if (found.action.origin !== page.url.origin) return { fault: `回复的表单要交到别的网站（${found.action.host}）` };
  return found;
}

export function filledForm(found: PageForm, { textField, fields = {} }: FormReply, owed: OwedPosting): HttpRequest {
  const more = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, filled(value, owed)]));
  return found.request({ ...found.fields, ...more, [textField]: owed.body });
}

/** The mark goes along as the key by which an interface that knows such keys takes one answer once. */
export const apiRequest = ({ method = 'POST', body }: ApiReply, owed: OwedPosting): HttpRequest => ({
  method,
  headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': owed.mark },
  body: JSON.stringify(filledTree(body, owed)),
});

/** An address of the site for this post. */
export const addressFor = (template: string, { postId }: Pick<OwedPosting, 'postId'>): URL =>
  new URL(template.replaceAll('{id}', encodeURIComponent(postId)));

function filledTree(value: unknown, owed: OwedPosting): unknown {
  if (typeof value === 'string') return filled(value, owed);
  if (Array.isArray(value)) return value.map((one) => filledTree(one, owed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledTree(one, owed)]));
}

const filled = (template: string, { postId, mark, body }: OwedPosting): string =>
  template.replace(
    /\{(id|number|text)\}/g,
    (_, name: 'id' | 'number' | 'text') => ({ id: postId, number: mark, text: body })[name],
  );
