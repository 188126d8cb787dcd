import { findAt, type Find } from './find';
import { fold, type Folded } from './folded';
import { sharedWords, verbatimRuns, withoutLaws } from './verbatim';

/** What of a text the citizen has written himself, word for word or in pieces; and what others have, word for word. */
export function findWords(text: string, letters: readonly string[], others: readonly string[] = []): Find[] {
  const folded = fold(withoutLaws(text, 'leaving'));
  const theirs = verbatimRuns(folded.text, others)
    .filter(([start, end]) => !isWithin(folded.text.slice(start, end), letters))
    .map(([start, end]) => findAt('other-words', folded, start, end - start, `原话 ${end - start} 字`));
  return [...findOwnWords(text, folded, letters), ...theirs];
}

/** What the citizen wrote too is his own. */
function isWithin(run: string, letters: readonly string[]): boolean {
  const [own] = verbatimRuns(run, letters);
  return own?.[0] === 0 && own[1] === run.length;
}

function findOwnWords(text: string, folded: Folded, letters: readonly string[]): Find[] {
  const runs = verbatimRuns(folded.text, letters);
  if (runs.length) return runs.map(([start, end]) => findAt('verbatim', folded, start, end - start, `原话 ${end - start} 字`));
  const share = sharedWords(folded.text, letters);
  return share < 0.6
    ? []
    : [{ kind: 'wording', at: 0, length: text.length, excerpt: `约 ${Math.round(share * 100)}% 与来信相同` }];
}
