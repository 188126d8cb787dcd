import type { OwedPosting } from '@hub/domain';
import { textAt, valueAt } from '../json-path';
import type { Page } from '../page';
import { decodePage, parsePage, plainWords, wordsOf } from '../page-text';
import { kindOfSite, placeOf, type SiteProfile, type SiteReply } from '../profile';
import { parseJson } from '../values';
import { holdsMark, holdsText } from './standing';

export type Standing = 'stands' | 'absent' | { readonly fault: string };

/** Answers that the page shows; a fault (Chinese) where it is not the page that the profile speaks of. */
export function answersOn(page: Page, profile: SiteProfile, reply: SiteReply): readonly string[] | { readonly fault: string } {
  const { answers, text } = reply.check;
  if (kindOfSite(profile) === 'json') {
    const found = parseJson(page, profile.encoding);
    if ('fault' in found) return found;
    const list = valueAt(found.value, answers);
    if (list === null) return [];
    if (!Array.isArray(list)) return { fault: `回答里 check.answers（${answers}）的地方不是一列答复` };
    return list.map((one: unknown) => plainWords(textAt(one, text ?? '') ?? ''));
  }
  const $ = parsePage(decodePage(page, profile.encoding).text);
  const post = kindOfSite(profile) === 'html' ? placeOf(profile, 'text') : undefined;
  // A login page or one under repair holds no answers either, and proves nothing by it.
  if (post && !reply.check.url && $(post).length === 0) return { fault: `网页上没有找到帖子的正文（${post}）` };
  return $(answers)
    .toArray()
    .map((one) => wordsOf($, $(one)));
}

/** Whether our answer stands on the page: by its words, or by its mark. */
export function findAnswer(
  page: Page,
  profile: SiteProfile,
  reply: SiteReply,
  owed: Pick<OwedPosting, 'body' | 'mark'>,
): Standing {
  const answers = answersOn(page, profile, reply);
  if ('fault' in answers) return answers;
  return answers.some((shown) => holdsMark(shown, owed.mark) || holdsText(shown, owed.body)) ? 'stands' : 'absent';
}
