import PizZip from 'pizzip';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/metadata';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
/** Properties that say nothing, by the part in which Office keeps them (ECMA-376 part 1 §15.2.12, part 2 §8.3). */
const EMPTY: readonly (readonly [part: RegExp, xml: string])[] = [
  [/^docprops\/core\.xml$|\.psmdcp$/i, `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/core-properties"/>`],
  [/^docprops\/app\.xml$/i, `${HEAD}<Properties xmlns="${OFFICE}/extended-properties"/>`],
  [/^docprops\/custom\.xml$/i, `${HEAD}<Properties xmlns="${OFFICE}/custom-properties"/>`],
];

/** The Word or Excel file without author, company, title and whatever else its properties say; null where it is broken. */
export function bareOffice(bytes: Buffer): Buffer | null {
  try {
    const zip = new PizZip(bytes);
    for (const name of Object.keys(zip.files)) {
      const empty = EMPTY.find(([part]) => part.test(name));
      if (empty) zip.file(name, empty[1]);
    }
    // Parts that are not touched are copied as they are packed, never inflated.
    return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  } catch {
    return null;
  }
}
