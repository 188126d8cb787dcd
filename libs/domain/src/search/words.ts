/** A number of so many digits may be somebody's; people are found by their own look-up, which is recorded. */
const LONG_NUMBER = /\d{7,}/g;
/** Further words of a question find no less. */
const MOST_WORDS = 6;
const LONGEST_WORD = 40;

/** One word of a question. It is found wherever it stands in one piece, as LIKE would find it, whatever its case. */
export interface SearchWord {
  /** As it is to stand in the text, in small letters. */
  readonly text: string;
  /** The pairs that a text with it must have; none for a single sign. */
  readonly pairs: readonly number[];
  /** Its pairs say all: a text that has them has the word. */
  readonly exact: boolean;
}

const WORD_SIGN = /[\p{L}\p{N}]/u;
/** Of each UTF-16 unit whether it belongs to a word; halves of rare characters do. Filled as units are met: 1 yes, 2 no. */
const signs = new Uint8Array(0x1_0000);

function isSign(unit: number): boolean {
  const known = signs[unit];
  if (known) return known === 1;
  const is = (unit >= 0xd800 && unit <= 0xdfff) || WORD_SIGN.test(String.fromCharCode(unit));
  signs[unit] = is ? 1 : 2;
  return is;
}

/**
 * The pairs of neighbouring signs of these texts, each once, two UTF-16 units in one signed 32-bit number. No list of words
 * is needed and none is missed (路路灯不亮 has 路灯). What stands in two texts makes no pair.
 */
export function searchPairs(...texts: readonly string[]): Set<number> {
  const pairs = new Set<number>();
  for (const text of texts) {
    const small = plain(text);
    let before = 0;
    for (let at = 0; at < small.length; at++) {
      const unit = small.charCodeAt(at);
      const sign = isSign(unit) ? unit : 0;
      if (before && sign) pairs.add((before << 16) | sign);
      before = sign;
    }
  }
  return pairs;
}

/** The words of a question, between spaces; all of them are to be found. */
export function searchWords(question: string): SearchWord[] {
  const parts = question.trim().split(/\s+/u).filter(Boolean).slice(0, MOST_WORDS);
  return [...new Set(parts.map((part) => part.slice(0, LONGEST_WORD).toLowerCase()))].map((text) => {
    const pairs = [...searchPairs(text)];
    return { text, pairs, exact: text.length === 2 && pairs.length === 1 };
  });
}

/** Whether it is asked for a number that may be somebody's; texts are not searched for it. */
export const asksForNumber = ({ text }: SearchWord): boolean => text.search(LONG_NUMBER) >= 0;

const plain = (text: string): string => text.toLowerCase().replace(LONG_NUMBER, ' ');

const BEFORE = 12;
const AFTER = 40;

/** A piece of a text with the first of the words in it, on one line; null where the text has none of them. */
export function glimpseOf(text: string, words: readonly SearchWord[]): string | null {
  const small = text.toLowerCase();
  const places = words.map((word) => small.indexOf(word.text)).filter((at) => at >= 0);
  if (!places.length) return null;
  const from = Math.max(Math.min(...places) - BEFORE, 0);
  const to = Math.min(from + BEFORE + AFTER, text.length);
  const piece = text.slice(from, to).replace(/\s+/gu, ' ').trim();
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}
