/** A text is known by the smallest hashes among its runs of five signs (a bottom-k sketch, Broder 1997). */
const TEXT_RUN = 5;
const TEXT_MARKS = 8;
const SUBJECT_RUN = 4;
const SUBJECT_MARKS = 6;
/** What is shorter says too little to be known by: 楼下饭店油烟太大 may be a hundred different kitchens. */
const LEAST_SIGNS = 20;
const LEAST_SUBJECT_SIGNS = 8;
/** Of a very long letter only its beginning counts. */
const MOST_SIGNS = 6000;
/** Runs of a subject and of a text are different things. */
const SUBJECT_SEED = 0x5bd1e995;
const TEXT_SEED = 0x811c9dc5;

/** From here on two texts are called alike: the share of the shorter one's runs of three that stand in the longer one too. */
export const ALIKE = 0.5;
/** From here on two subjects are. */
export const ALIKE_SUBJECT = 0.4;
/** Fewer shared pairs are the words of every subject, as 关于…的问题. */
const SUBJECT_PAIRS = 4;

/** Letters and digits alone, so that spaces, punctuation and full-width forms make no difference. */
export const plainSigns = (text: string): string =>
  text
    .slice(0, 4 * MOST_SIGNS)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, MOST_SIGNS);

/**
 * At most 14 signed 32-bit numbers. Two texts of which one repeats a good part of the other have one of them in common
 * nearly always, and so have two subjects that say the same in some words; other texts rarely do. None for a text that says
 * next to nothing.
 */
export function textMarks(subject: string, text: string): number[] {
  const marks = new Set<number>();
  const [head, body] = [plainSigns(subject), plainSigns(text)];
  if (head.length >= LEAST_SUBJECT_SIGNS)
    smallestOf(head, SUBJECT_RUN, SUBJECT_SEED, SUBJECT_MARKS).forEach((one) => marks.add(one));
  if (body.length >= LEAST_SIGNS) smallestOf(body, TEXT_RUN, TEXT_SEED, TEXT_MARKS).forEach((one) => marks.add(one));
  return [...marks];
}

/** From 0 to 1, and 1 only where nothing else is said. */
export function textLikeness(one: string, other: string): number {
  const [a, b] = [plainSigns(one), plainSigns(other)];
  if (a.length < LEAST_SIGNS || b.length < LEAST_SIGNS) return 0;
  return a === b ? 1 : Math.min(0.99, shareOf(runsOf(a, 3), runsOf(b, 3)).share);
}

/** From 0 to 1; 0 too where the subjects share only a few signs. */
export function subjectLikeness(one: string, other: string): number {
  const [a, b] = [plainSigns(one), plainSigns(other)];
  const { share, common } = shareOf(runsOf(a, 2), runsOf(b, 2));
  return common >= SUBJECT_PAIRS ? share : 0;
}

function runsOf(signs: string, length: number): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= signs.length; at++) runs.add(signs.slice(at, at + length));
  return runs;
}

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): { share: number; common: number } {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const run of few) if (many.has(run)) common += 1;
  return { share: few.size ? common / few.size : 0, common };
}

/** The smallest different hashes of the runs; one pass, nothing is kept but them. */
function smallestOf(signs: string, length: number, seed: number, count: number): number[] {
  const found: number[] = [];
  for (let at = 0; at + length <= signs.length; at++) {
    const hash = hashOf(signs, at, length, seed);
    if (found.length === count && hash >= found[count - 1]!) continue;
    if (found.includes(hash)) continue;
    let place = found.length;
    while (place > 0 && found[place - 1]! > hash) place -= 1;
    found.splice(place, 0, hash);
    if (found.length > count) found.pop();
  }
  return found;
}

/** FNV-1a over UTF-16 units with the last mixing of MurmurHash3, as a signed number. */
function hashOf(signs: string, from: number, length: number, seed: number): number {
  let hash = seed;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ signs.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
