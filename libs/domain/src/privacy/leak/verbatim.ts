/** So many signs in a row are the citizen's own words and not chance. */
export const VERBATIM_SIGNS = 20;

/**
 * The runs of `text` that stand word for word in one of the letters, longest possible, as [start, end) in `text`. All are
 * folded texts. Linear in their lengths.
 */
export function verbatimRuns(text: string, letters: readonly string[], least = VERBATIM_SIGNS): [number, number][] {
  const known = new Set<string>();
  for (const letter of letters) for (let at = 0; at + least <= letter.length; at++) known.add(letter.slice(at, at + least));
  const runs: [number, number][] = [];
  for (let at = 0; at + least <= text.length; at++) {
    if (!known.has(text.slice(at, at + least))) continue;
    const last = runs.at(-1);
    if (last && at <= last[1]) last[1] = at + least;
    else runs.push([at, at + least]);
  }
  return runs;
}
