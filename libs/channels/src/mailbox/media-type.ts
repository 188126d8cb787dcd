const SIGNS: readonly (readonly [type: string, hex: string])[] = [
  ['image/png', '89504e470d0a1a0a'],
  ['image/jpeg', 'ffd8ff'],
  ['image/gif', '47494638'],
  ['image/bmp', '424d'],
  ['image/tiff', '49492a00'],
  ['image/tiff', '4d4d002a'],
  ['application/pdf', '255044462d'],
  ['application/rtf', '7b5c727466'],
  ['application/x-rar-compressed', '526172211a07'],
  ['application/x-7z-compressed', '377abcaf271c'],
  ['application/gzip', '1f8b08'],
  ['audio/mpeg', '494433'],
  ['audio/amr', '2321414d52'],
  ['audio/ogg', '4f676753'],
  ['video/x-flv', '464c5601'],
  ['video/x-matroska', '1a45dfa3'],
  ['application/x-msdownload', '4d5a'],
  ['application/x-elf', '7f454c46'],
  ['application/x-ms-shortcut', '4c0000000114020000000000c0000000'],
];
const ZIP = '504b0304';
const OLE = 'd0cf11e0a1b11ae1';

const OFFICE: readonly (readonly [part: string, type: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const MACROS = 'application/vnd.ms-office.vbaproject';
const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  et: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};
/** Brands of the container that phones write (ISO 14496-12). */
const BRANDS: readonly (readonly [brand: RegExp, type: string])[] = [
  [/^(?:heic|heix|hevc|heim|mif1|msf1)/, 'image/heic'],
  [/^avi[fs]/, 'image/avif'],
  [/^qt/, 'video/quicktime'],
  [/^3g/, 'video/3gpp'],
  [/^M4A/, 'audio/mp4'],
];
const RIFF: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' };

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/bmp': '.bmp',
  'image/tiff': '.tif',
  'image/webp': '.webp',
  'image/heic': '.heic',
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'application/rtf': '.rtf',
  'application/x-rar-compressed': '.rar',
  'application/x-7z-compressed': '.7z',
  'application/gzip': '.gz',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/csv': '.csv',
  'message/rfc822': '.eml',
  'audio/mpeg': '.mp3',
  'audio/amr': '.amr',
  'video/quicktime': '.mov',
  'video/mp4': '.mp4',
  'application/pkcs7-mime': '.p7m',
  'application/pgp-signature': '.asc',
  'application/ms-tnef': '.dat',
};

export const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** What the bytes say they are, or null. A file name decides only between the kinds that share one container. */
export function sniffed(bytes: Buffer, name = ''): string | null {
  const head = bytes.toString('hex', 0, 16);
  if (head.startsWith(ZIP)) return zipKind(bytes);
  if (head.startsWith(OLE)) {
    const known = extensionOf(name);
    return Object.hasOwn(OLD_OFFICE, known) ? OLD_OFFICE[known]! : 'application/x-ole-storage';
  }
  if (head.startsWith('52494646')) return RIFF[bytes.toString('latin1', 8, 12)] ?? null;
  if (bytes.toString('latin1', 4, 8) === 'ftyp') {
    const brand = bytes.toString('latin1', 8, 12);
    return BRANDS.find(([known]) => known.test(brand))?.[1] ?? 'video/mp4';
  }
  const found = SIGNS.find(([, hex]) => head.startsWith(hex))?.[0] ?? null;
  // "BM" and "MZ" begin ordinary words too.
  if (found === 'image/bmp' && (bytes.length < 6 || bytes.readUInt32LE(2) !== bytes.length)) return null;
  if (found === 'application/x-msdownload' && !bytes.subarray(2, 512).includes(0)) return null;
  return found ?? pageKind(bytes);
}

/** The names of a zip stand before its files and again at its end. */
function zipKind(bytes: Buffer): string {
  const head = bytes.subarray(0, 8_192);
  const tail = bytes.subarray(Math.max(0, bytes.length - 65_536));
  if (head.includes('vbaProject.bin') || tail.includes('vbaProject.bin')) return MACROS;
  return OFFICE.find(([part]) => head.includes(part))?.[1] ?? 'application/zip';
}

/** Pages and drawings that a browser would run. */
function pageKind(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1_024);
  if (!/^[\s\u00bb\u00bf\u00ef]{0,100}</.test(head)) return null;
  if (/<svg[\s>]/i.test(head)) return 'image/svg+xml';
  return /^[\s\u00bb\u00bf\u00ef]{0,100}<(?:!doctype html|html|head|body|script|iframe)[\s>]/i.test(head) ? 'text/html' : null;
}

/** Types whose files can be told by their bytes, so that a label alone proves nothing. */
const TOLD =
  /^(?:image|audio|video)\/|^application\/(?:pdf|zip|rtf|msword|gzip|x-rar|x-7z|vnd\.(?:openxml|ms-(?:excel|powerpoint|word)))/;

/** The type of an attachment: by its bytes; by its label only where bytes of that kind have no sign. */
export const mediaTypeOf = (bytes: Buffer, name: string, declared: string): string =>
  sniffed(bytes, name) ?? (TOLD.test(declared) ? 'application/octet-stream' : declared);

const PROGRAM = /^application\/x-(?:msdownload|elf|ms-shortcut)$/;

/** What is to be said before somebody opens it (Chinese), or null. */
export function warningOf(name: string, mediaType: string): string | null {
  if (PROGRAM.test(mediaType)) return `附件“${name}”是程序，请不要打开。`;
  if (mediaType === MACROS) return `附件“${name}”里有宏，请不要启用。`;
  const ending = extensionOf(name);
  const isPicture = /^(?:jpe?g|png|gif|bmp|tiff?|webp|heic)$/.test(ending);
  const fits = isPicture ? /^image\/(?!svg)/.test(mediaType) : ending !== 'pdf' || mediaType === 'application/pdf';
  return fits ? null : `附件“${name}”的内容和名称不符，请不要直接打开。`;
}

/** An extension for an attachment without a name. */
export const extensionFor = (mediaType: string): string => {
  if (Object.hasOwn(EXTENSIONS, mediaType)) return EXTENSIONS[mediaType]!;
  return /^(?:text|message)\//.test(mediaType) ? '.txt' : '.bin';
};
