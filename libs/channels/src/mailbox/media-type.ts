const SIGNS: readonly (readonly [type: string, extension: string, hex: string])[] = [
  ['image/png', '.png', '89504e470d0a1a0a'],
  ['image/jpeg', '.jpg', 'ffd8ff'],
  ['image/gif', '.gif', '47494638'],
  ['image/bmp', '.bmp', '424d'],
  ['image/tiff', '.tif', '49492a00'],
  ['image/tiff', '.tif', '4d4d002a'],
  ['application/pdf', '.pdf', '255044462d'],
  ['application/x-rar-compressed', '.rar', '526172211a07'],
  ['application/x-7z-compressed', '.7z', '377abcaf271c'],
  ['application/gzip', '.gz', '1f8b08'],
];
const ZIP = '504b0304';
const OLE = 'd0cf11e0a1b11ae1';

const OFFICE: readonly (readonly [part: string, type: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];
const OLD_OFFICE: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};
const extensionOf = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

/** What the bytes say they are, or null. A file name decides only between the kinds that share one container. */
export function sniffed(bytes: Buffer, name = ''): string | null {
  const head = bytes.toString('hex', 0, 16);
  if (head.startsWith(ZIP)) return OFFICE.find(([part]) => bytes.subarray(0, 8_192).includes(part))?.[1] ?? 'application/zip';
  if (head.startsWith(OLE)) {
    const known = extensionOf(name);
    return Object.hasOwn(OLD_OFFICE, known) ? OLD_OFFICE[known]! : 'application/x-ole-storage';
  }
  // WebP and AVI share RIFF; "BM" alone begins ordinary words.
  if (head.startsWith('52494646')) return bytes.toString('latin1', 8, 12) === 'WEBP' ? 'image/webp' : null;
  const found = SIGNS.find(([, , hex]) => head.startsWith(hex));
  const isWord = found?.[0] === 'image/bmp' && (bytes.length < 6 || bytes.readUInt32LE(2) !== bytes.length);
  return found && !isWord ? found[0] : null;
}

/** An extension for an attachment without a name. */
export const extensionFor = (mediaType: string): string =>
  SIGNS.find(([type]) => type === mediaType)?.[1] ?? (mediaType.startsWith('text/') ? '.txt' : '.bin');
