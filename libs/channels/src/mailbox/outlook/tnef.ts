import { decodeText } from '../charset';
import { Broken, ByteCursor } from './byte-cursor';
import { isUnicode, type Properties, readProperties } from './mapi-properties';

/** What an Outlook package (winmail.dat) holds. */
export interface Package {
  readonly files: readonly { readonly name: string; readonly mediaType: string; readonly content: Buffer }[];
  /** Of the body the first form that is there; RTF is still compressed. */
  readonly text: string;
  readonly html: string;
  readonly rtf: Buffer | null;
}

const SIGNATURE = 0x223e9f78;
/** Attributes by number without type (MS-OXTNEF 2.1.3.3). */
const BODY = 0x800c;
const PROPERTIES = 0x9003;
const CODE_PAGE = 0x9007;
const NEW_FILE = 0x9002;
const FILE_TITLE = 0x8010;
const FILE_DATA = 0x800f;
const FILE_PROPERTIES = 0x9005;
/** Properties (MS-OXPROPS). */
const P = { body: 0x1000, rtf: 0x1009, html: 0x1013, codePage: 0x3fde, data: 0x3701, shortName: 0x3704, longName: 0x3707, mime: 0x370e, shown: 0x3001 }; // prettier-ignore
const OBJECT = 0x0d;
const FILES = 500;
/** Letters that are attached inside a package are packages themselves. */
const DEPTH = 5;

interface OpenFile {
  title: string;
  data: Buffer | null;
  properties: Properties;
}

const CHARSETS: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};
const charsetOf = (page: number): string => CHARSETS[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : '');

/** Reads a package (MS-OXTNEF). Throws `Broken` for one that is cut off or none. */
export function readPackage(bytes: Buffer, depth = 0): Package {
  const cursor = new ByteCursor(bytes);
  if (cursor.u32() !== SIGNATURE) throw new Broken('no TNEF');
  cursor.u16();
  const opened: OpenFile[] = [];
  let message: Properties = new Map();
  let plain: Buffer = Buffer.alloc(0);
  let page = 0;
  while (cursor.left >= 9) {
    cursor.u8();
    const attribute = cursor.u16();
    cursor.u16();
    const data = cursor.take(cursor.u32());
    // The sum of the bytes; some writers get it wrong and nobody checks it.
    cursor.take(Math.min(2, cursor.left));
    const file = opened.at(-1);
    if (attribute === BODY) plain = data;
    else if (attribute === PROPERTIES) message = readProperties(data);
    else if (attribute === CODE_PAGE && data.length >= 4) page = data.readUInt32LE();
    else if (attribute === NEW_FILE) {
      if (opened.length >= FILES) throw new Broken('too many files');
      opened.push({ title: '', data: null, properties: new Map() });
    } else if (file && attribute === FILE_TITLE) file.title = textOf(data, charsetOf(page));
    else if (file && attribute === FILE_DATA) file.data = data;
    else if (file && attribute === FILE_PROPERTIES) file.properties = readProperties(data);
  }
  if (cursor.take(cursor.left).some((byte) => byte !== 0)) throw new Broken('cut off inside an attribute');
  const charset = charsetOf(page);
  const inner: Package[] = [];
  const files = opened.flatMap((file) => {
    const given = file.properties.get(P.data);
    const embedded = given?.type === OBJECT ? given.value.subarray(16) : null;
    if (embedded && depth < DEPTH && embedded.length > 6 && embedded.readUInt32LE() === SIGNATURE) {
      inner.push(readPackage(embedded, depth + 1));
      return inner.at(-1)!.files;
    }
    const content = file.data ?? embedded ?? given?.value;
    if (!content) return [];
    const name =
      [P.longName, P.shown, P.shortName].map((id) => wordsOf(file.properties, id, charset)).find(Boolean) || file.title;
    return [{ name, mediaType: wordsOf(file.properties, P.mime, charset).toLowerCase() || 'application/octet-stream', content }];
  });
  const htmlPage = charsetOf(message.get(P.codePage)?.value.readUInt32LE() ?? 0) || charset;
  const own = wordsOf(message, P.body, charset) || textOf(plain, charset);
  return {
    files: files.slice(0, FILES),
    text: own || inner.map(({ text }) => text).find(Boolean) || '',
    html: wordsOf(message, P.html, htmlPage),
    rtf: message.get(P.rtf)?.value ?? null,
  };
}

const withoutNul = (text: string): string => text.replace(/\0+$/, '');
const textOf = (bytes: Buffer, charset: string): string => withoutNul(decodeText(bytes, charset).text);

function wordsOf(properties: Properties, id: number, charset: string): string {
  const found = properties.get(id);
  if (!found) return '';
  return isUnicode(found.type) ? withoutNul(found.value.toString('utf16le')) : textOf(found.value, charset);
}
