import { DOCUMENT_KINDS, type DocumentKind } from '@hub/domain';
import { Line, Section } from '../wants';

class WordsShape {}
// One line a kind, so that a kind that is added to the rules is asked for here without a word.
DOCUMENT_KINDS.forEach((kind) => Line(12)(WordsShape.prototype, kind));

export class DocumentsShape {
  @Section(() => WordsShape) words: Record<DocumentKind, string>;
  @Line(120) reviewAuthority: string;
  @Line(60) printedBy: string;
}
