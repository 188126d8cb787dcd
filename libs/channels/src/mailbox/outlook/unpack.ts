import { htmlToText } from '../html-text';
import { decompressRtf } from './rtf-compression';
import { rtfText } from './rtf-text';
import { type Package, readPackage } from './tnef';

export interface Unpacked {
  readonly files: Package['files'];
  readonly text: string;
}

/** What an Outlook package holds, or null where it is broken or empty: then it is kept as it came. */
export function unpack(bytes: Buffer): Unpacked | null {
  try {
    const { files, text, html, rtf } = readPackage(bytes);
    const words = text.trim() || htmlToText(html).trim() || (rtf ? rtfText(decompressRtf(rtf)).trim() : '');
    return files.length > 0 || words !== '' ? { files, text: words } : null;
  } catch {
    // Whatever does not fit its own announcements ends here, by `Broken` or by the end of a buffer.
    return null;
  }
}
