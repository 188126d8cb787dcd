import type { Kind } from '@hub/domain';

const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['inquiry', /咨询|询问|提问|inquiry/],
  ['complaint', /投诉|complaint/],
  ['report', /举报|检举|控告|揭发|report/],
  ['suggestion', /建议|建言|献策|意见|suggestion/],
  ['comment', /评论|评议|表扬|感谢|点评|comment/],
];

/** The kind that another office's word names; null where it names none, or two at once ("投诉举报"): the text decides then. */
export function kindOf(word: string): Kind | null {
  const named = WORDS.filter(([, words]) => words.test(word) && !/[非不]/.test(word));
  return named.length === 1 ? named[0]![0] : null;
}
