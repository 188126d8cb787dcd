import { EMPTY_READING, type Reading, Unreadable } from '@hub/domain';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '../read-mail';
import { type Agreement, withGold, withSecondReader } from './agreement';
import { mime4jLetters } from './mime4j';
import { lettersIn, missing, REAL_MAIL as ROOT, whereThere as test } from './real-letters';

/** Letters about which the other is wrong or both are right, and what he makes of them. */
const SET_ASIDE: Readonly<Record<string, string>> = {
  // james-mime4j
  'malformedHeaderStartsBody-nocrlfcrlf': 'a line amid the header that is none: he begins the body there',
  infinite: 'western text without a charset, named as a file',
  'multi-frag': 'a damaged boundary: he takes what follows into the picture',
  'very-long-boundary': 'a boundary that ends with two spaces, and a line that ends with one',
  'very-very-long-boundary': 'the same',
  'weird-boundary': 'the same',
  'sig-uu': 'a uuencoded file, which we take out of the text',
  // mailparser on the others' letters
  'attachment_pdf_non_ascii.eml': 'a byte that is no ASCII in ASCII text',
  'attachment_pdf_non_ascii_lf.eml': 'the same',
  'broken-headers.eml': 'a raw western byte in the subject',
  'example13.eml': 'spaces inside the domain of the sender',
  'invalid_subject_characters.eml': 'raw western bytes in the subject, which he loses',
  'long-header.eml': 'a subject of more than 64,000 signs, of which we keep those',
  'mailformed-headers.eml': 'a raw western byte in the subject',
  'mimetorture.eml': 'letters inside letters, which he dissolves and we keep as files',
  'multiple_invalid_content_dispositions.eml': 'text with an unknown disposition, which he keeps as a file',
  'raw_email11.eml': 'text/enriched beside plain text, which he keeps as a file',
};

const read = (bytes: Buffer): Reading => {
  try {
    return readMail(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return EMPTY_READING;
    throw error;
  }
};

/** Names of the letters that do not agree, by what does not. */
class Tally {
  private letters = 0;
  readonly differ: Record<keyof Agreement, string[]> = { subject: [], sender: [], files: [], text: [] };

  add(name: string, one: Agreement): void {
    this.letters++;
    for (const key of Object.keys(one) as (keyof Agreement)[]) if (!one[key]) this.differ[key].push(name);
  }

  rate(key: keyof Agreement): number {
    return 1 - this.differ[key].filter((name) => !Object.hasOwn(SET_ASIDE, name)).length / this.letters;
  }
}

describe('real letters with a word of others about them (YXT_REAL_DATA)', () => {
  const james = join(ROOT, 'james-mime4j');
  test(james)(`of james-mime4j are read as its authors decoded them${missing(james)}`, async () => {
    const tally = new Tally();
    for (const gold of mime4jLetters(james)) tally.add(gold.name, await withGold(read(gold.bytes), gold));
    expect(tally.rate('subject')).toBeGreaterThanOrEqual(0.99);
    expect(tally.rate('sender')).toBeGreaterThanOrEqual(0.99);
    expect(tally.rate('files')).toBeGreaterThanOrEqual(0.99);
    expect(tally.rate('text')).toBeGreaterThanOrEqual(0.99);
  });

  for (const corpus of ['mikel-mail', 'mailparser', 'postal-mime', 'chatwoot', 'flanker', 'sisimai']) {
    const folder = join(ROOT, corpus);
    test(folder)(`of ${corpus} are read as mailparser reads them${missing(folder)}`, async () => {
      const tally = new Tally();
      for (const name of lettersIn(folder)) {
        // mailparser finds nothing in a letter whose lines end with CR alone.
        if (name.includes('/mac/')) continue;
        const bytes = readFileSync(join(folder, name));
        tally.add(name.slice(name.lastIndexOf('/') + 1), await withSecondReader(read(bytes), bytes));
      }
      expect(tally.rate('subject')).toBeGreaterThanOrEqual(0.99);
      expect(tally.rate('sender')).toBeGreaterThanOrEqual(0.99);
      expect(tally.rate('files')).toBeGreaterThanOrEqual(0.99);
      expect(tally.rate('text')).toBeGreaterThanOrEqual(0.98);
    });
  }
});
