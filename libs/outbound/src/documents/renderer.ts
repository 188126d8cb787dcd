import type { DocumentKind, DocumentRenderer } from '@hub/domain';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { asParagraphs, PARAGRAPH_MARK } from './paragraphs';

/** One fixed date in every entry, so that the same values give the same bytes and the file store keeps them once. */
const ENTRY_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * Fills the office's own templates in the web process: they come from config/, were checked at start, and what citizens
 * wrote goes in as escaped text only.
 */
export function createDocumentRenderer(templates: Readonly<Record<DocumentKind, Uint8Array>>): DocumentRenderer {
  return {
    template: (kind) => templates[kind],
    render: (template, values) => {
      const parser = (tag: string) => ({ get: () => shown(values[tag.trim()]) });
      const word = new Docxtemplater(new PizZip(template), { paragraphLoop: true, errorLogging: false, parser });
      word.render();
      const zip = word.getZip() as PizZip;
      zip.file('word/document.xml', asParagraphs(zip.file('word/document.xml')!.asText()));
      Object.values(zip.files).forEach((entry) => (entry.date = ENTRY_DATE));
      return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    },
  };
}

/** Lines become paragraphs of the template's own form; what XML cannot hold is left out. */
function shown(value: string | boolean | undefined): string | boolean {
  if (typeof value !== 'string') return value ?? '';
  return (
    value
      // eslint-disable-next-line no-control-regex -- XML 1.0 holds none of them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u2028\u2029]|\p{Cs}/gu, '')
      .split(/\r\n|\r|\n/)
      // The template indents a paragraph; spaces typed for the same purpose would indent it twice.
      .map((line) => line.replace(/^[ \t\u3000]+|\s+$/g, ''))
      .filter(Boolean)
      .join(PARAGRAPH_MARK)
  );
}
