/** So many signs in a row are the citizen's own words and not chance. */
export const VERBATIM_SIGNS = 20;

/**
 * The runs of `text` that stand word for word in one of the letters, longest possible, as [start, end) in `text`. All are
 * folded texts. Linear in their lengths.
 */
export function verbatimRuns(text: string, letters: readonly string[], least = VERBATIM_SIGNS): [number, number][] {
  // The pieces of what leaves are kept and the letters run past them: a matter may hold many letters.
  const places = new Map<string, number[]>();
  for (let at = 0; at + least <= text.length; at++) {
    const piece = text.slice(at, at + least);
    const others = places.get(piece);
    if (others) others.push(at);
    else places.set(piece, [at]);
  }
  if (!places.size) return [];
  const starts = new Set<number>();
  for (const letter of letters)
    for (let at = 0; at + least <= letter.length; at++) {
      const piece = letter.slice(at, at + least);
      for (const place of places.get(piece) ?? []) starts.add(place);
      places.delete(piece);
    }
  const runs: [number, number][] = [];
  for (const at of [...starts].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && at <= last[1]) last[1] = at + least;
    else runs.push([at, at + least]);
  }
  return runs;
}

/** Names of laws and their articles are everybody's words. */
const LAW = /《[^《》]{2,60}》(?:第[〇零一二三四五六七八九十百千\d]+[条款项]){0,3}/gu;
/** Signs that nobody writes: a law in a letter is never like a law in what leaves. Lengths, and so places, stay. */
const FILLERS = { letter: '\ue000', leaving: '\ue001' } as const;
export const withoutLaws = (text: string, where: keyof typeof FILLERS): string =>
  text.replace(LAW, (law) => FILLERS[where].repeat(law.length));

const PIECE = 5;
/** A shorter text says nothing by the words that it shares. */
const SHARED_FROM = 40;

/** How much of `text` is made of pieces of the letters, 0 to 1; 0 for short texts. All are folded. */
export function sharedWords(text: string, letters: readonly string[]): number {
  if (text.length < SHARED_FROM) return 0;
  const known = new Set<string>();
  for (const letter of letters) for (let at = 0; at + PIECE <= letter.length; at++) known.add(letter.slice(at, at + PIECE));
  let shared = 0;
  let counted = 0;
  for (let at = 0; at + PIECE <= text.length; at++) {
    if (!known.has(text.slice(at, at + PIECE))) continue;
    shared += at + PIECE - Math.max(at, counted);
    counted = at + PIECE;
  }
  return shared / text.length;
}
