import { xmlText } from './xml-text';

const INFO_LENGTH = 32 * 1024;
const XMP_LENGTH = 512 * 1024;
const KEYS = 'Author|Title|Creator|Subject|Keywords|Company|LastModifiedBy';
const XMP_NAMES = '(?:dc:(?:creator|title|description|subject|contributor|publisher|rights)|pdf:(?:Author|Keywords)|xmp:CreatorTool|photoshop:(?:AuthorsPosition|Credit)|pdfx:\\w+)'; // prettier-ignore

/** What a PDF says of who made it (ISO 32000-1 §14.3), where it says so in plain bytes; else that it could not be read. */
export function authorsInPdf(bytes: Buffer): { text: string; unread: boolean } {
  const raw = bytes.toString('latin1');
  const info = inInfo(raw);
  const xmp = inXmp(bytes, raw);
  const text = [...new Set([...info.found, ...xmp.found])].filter(Boolean).join('\n');
  return { text, unread: /\/Encrypt\b/.test(raw) || info.unread || xmp.unread };
}

interface Found {
  readonly found: readonly string[];
  readonly unread: boolean;
}

/** The information dictionary; unread where it stands in a compressed object or points elsewhere. */
function inInfo(raw: string): Found {
  const found: string[] = [];
  let unread = false;
  const references = new Set([...raw.matchAll(/\/Info\s+(\d{1,10})\s+(\d{1,5})\s+R/g)].map(([, id, turn]) => `${id} ${turn}`));
  for (const reference of references) {
    const [id, turn] = reference.split(' ');
    const objects = [...raw.matchAll(new RegExp(`(?<!\\d)${id}\\s+${turn}\\s+obj\\b`, 'g'))];
    if (!objects.length) unread = true;
    for (const { index } of objects) {
      const dictionary = raw.slice(index, index + INFO_LENGTH);
      const end = dictionary.indexOf('endobj');
      const body = end < 0 ? dictionary : dictionary.slice(0, end);
      if (new RegExp(`/(?:${KEYS})\\s+\\d+\\s+\\d+\\s+R`).test(body)) unread = true;
      for (const [, literal, hex] of body.matchAll(
        new RegExp(`/(?:${KEYS})\\s*(?:\\(((?:\\\\[^]|[^\\\\()]|\\([^()]*\\))*)\\)|<([\\da-fA-F\\s]*)>)`, 'g'),
      ))
        // prettier-ignore
        found.push(textOf(hex === undefined ? unescaped(literal!) : Buffer.from(hex.replace(/\s/g, ''), 'hex')));
    }
  }
  return { found, unread };
}

/** XMP packets in plain bytes; unread where a metadata stream is packed. */
function inXmp(bytes: Buffer, raw: string): Found {
  const found: string[] = [];
  for (let at = raw.indexOf('<rdf:RDF'); at >= 0; at = raw.indexOf('<rdf:RDF', at + 8)) {
    const end = raw.indexOf('</rdf:RDF>', at);
    const packet = bytes.subarray(at, Math.min(end < 0 ? bytes.length : end, at + XMP_LENGTH)).toString('utf8');
    for (const [, element, attribute] of packet.matchAll(
      new RegExp(`<${XMP_NAMES}(?=[\\s>])[^>]*>([^]*?)</${XMP_NAMES}>|\\s${XMP_NAMES}="([^"]*)"`, 'g'),
    ))
      found.push(xmlText(element ?? attribute ?? ''));
  }
  const packed = [...raw.matchAll(/\/Type\s*\/Metadata\b/g)].some(({ index }) => {
    const from = Math.max(raw.lastIndexOf(' obj', index), index - 500);
    const end = raw.indexOf('stream', index);
    return /\/Filter\b/.test(raw.slice(from, end < 0 ? index + 500 : Math.min(end, index + 500)));
  });
  return { found, unread: packed };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '', '\r': '' };

const unescaped = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal?: string, sign?: string) =>
      octal ? String.fromCharCode(parseInt(octal, 8) & 255) : (ESCAPES[sign!] ?? sign!),
    ),
    'latin1',
  );

/** A text string of a PDF: UTF-16 with its mark, UTF-8, or what Chinese programs write without saying so. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
