import { KIND_WORDS, VERDICT_WORDS, type Kind, type Verdict } from '@hub/domain';

/** One state of an item as a tag: a word, and a colour that repeats it. */
export function verdictTag({ verdict, kind }: { readonly verdict: Verdict; readonly kind: Kind }): {
  readonly words: string;
  readonly className: string;
} {
  if (verdict === 'none') return { words: `${KIND_WORDS[kind]}，已答复`, className: 'tag' };
  return { words: VERDICT_WORDS[verdict], className: verdict === 'true' ? 'tag ok' : verdict === 'partly' ? 'tag soon' : 'tag' };
}
