import yauzl from 'yauzl';
import { xmlText } from './xml-text';

const ENTRIES = 5_000;
/** Inflated, of all parts together: a small file may claim, or hide, gigabytes. */
const BUDGET = 32 * 1024 * 1024;

/** Parts in which Word and Excel write who wrote, changed or remarked. */
const PROPERTIES = /^docprops\/(?:core|app|custom)\.xml$|\.psmdcp$/i;
const REMARKS =
  /^word\/(?:document|comments\w*|footnotes|endnotes|people|header\d*|footer\d*)\.xml$|^xl\/(?:comments\d*|persons\/\w+|threadedComments\/\w+)\.xml$/i;
const AUTHOR =
  /(?:\b\w+:)?(?:author|displayName|userId|lastEditedBy)="([^"]{1,400})"|<(?:\w+:)?author>([^<]{1,400})<\/(?:\w+:)?author>/g;

/** Who made, changed and remarked a Word or Excel file, as far as it can be read within bounds. */
export async function authorsInOffice(bytes: Buffer): Promise<{ text: string; unread: boolean }> {
  const found = new Set<string>();
  let budget = BUDGET;
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    if (zip.entryCount > ENTRIES) return { text: '', unread: true };
    for await (const entry of zip.eachEntry()) {
      const properties = PROPERTIES.test(entry.fileName);
      if (!properties && !REMARKS.test(entry.fileName)) continue;
      if (entry.isEncrypted() || entry.uncompressedSize > budget) return { text: [...found].join('\n'), unread: true };
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        budget -= (chunk as Buffer).length;
        if (budget < 0) return { text: [...found].join('\n'), unread: true };
        chunks.push(chunk as Buffer);
      }
      const xml = Buffer.concat(chunks).toString('utf8');
      if (properties) found.add(xmlText(xml));
      else for (const [, attribute, element] of xml.matchAll(AUTHOR)) found.add(xmlText(attribute ?? element ?? ''));
    }
    return { text: [...found].filter(Boolean).join('\n'), unread: false };
  } catch {
    return { text: [...found].join('\n'), unread: true };
  } finally {
    zip?.close();
  }
}
