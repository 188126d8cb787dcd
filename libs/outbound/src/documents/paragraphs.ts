/** Unicode's own paragraph separator; no value holds it when it reaches the template. */
export const PARAGRAPH_MARK = '\u2029';

/**
 * Breaks each paragraph of a WordprocessingML body at the marks in its text into paragraphs of the same form (ECMA-376
 * part 1, 17.3.1): a line break inside one would have neither the indent nor the justification that an official letter asks
 * for.
 */
export function asParagraphs(xml: string): string {
  if (!xml.includes(PARAGRAPH_MARK)) return xml;
  return xml.replace(/<w:p(?: [^>]*)?>(?:(?!<w:p[ >]).)*?<\/w:p>/gs, (paragraph) =>
    paragraph.includes(PARAGRAPH_MARK) ? broken(paragraph) : paragraph,
  );
}

function broken(paragraph: string): string {
  const form = /^<w:p(?: [^>]*)?>(<w:pPr>.*?<\/w:pPr>|<w:pPr\/>)?/s.exec(paragraph)?.[1] ?? '';
  return paragraph.replace(/<w:r(?: [^>]*)?>(?:(?!<w:r[ >]).)*?<\/w:r>/gs, (run) => {
    const look = /^<w:r(?: [^>]*)?>(<w:rPr>.*?<\/w:rPr>|<w:rPr\/>)?/s.exec(run)?.[1] ?? '';
    const next = `</w:t></w:r></w:p><w:p>${form}<w:r>${look}<w:t xml:space="preserve">`;
    return run.replaceAll(PARAGRAPH_MARK, next);
  });
}
