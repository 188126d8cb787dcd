const SENTENCE = /[^。！？!?；;\n]*[。！？!?；;]*[”’」』）)]*\n*/g;

/** A text as its sentences, each with what ends it: joined they are the text again. */
export const sentencesOf = (text: string): string[] => (text.replace(/\r\n?/g, '\n').match(SENTENCE) ?? []).filter(Boolean);

/** Parts a text by sentence: those whose places are named leave it. */
export function partText(text: string, leaving: ReadonlySet<number>): { stays: string; leaves: string } {
  const of = (chosen: boolean) =>
    sentencesOf(text)
      .filter((_, at) => leaving.has(at) === chosen)
      .join('')
      .trim();
  return { stays: of(false), leaves: of(true) };
}
