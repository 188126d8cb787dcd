export interface FileKind {
  /** The right ending, without a dot. */
  readonly ending: string;
  readonly mediaType: string;
  readonly picture: boolean;
}

const kind = (ending: string, mediaType: string): FileKind => ({ ending, mediaType, picture: mediaType.startsWith('image/') });
const OFFICE_XML = 'application/vnd.openxmlformats-officedocument';
const TAIL = 256 * 1024;

const SIGNS: readonly (readonly [sign: readonly number[], at: number, found: FileKind])[] = [
  [[0xff, 0xd8, 0xff], 0, kind('jpg', 'image/jpeg')],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 0, kind('png', 'image/png')],
  [[0x57, 0x45, 0x42, 0x50], 8, kind('webp', 'image/webp')],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 0, kind('pdf', 'application/pdf')],
];
/** 复合文档: the old formats of Word, Excel and WPS cannot be told apart by their first bytes. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const COMPOUND_KINDS = [
  kind('doc', 'application/msword'),
  kind('xls', 'application/vnd.ms-excel'),
  kind('wps', 'application/vnd.ms-works'),
];

const starts = (bytes: Uint8Array, sign: readonly number[], at = 0): boolean =>
  sign.every((one, index) => bytes[at + index] === one);

/** What a file is by its content, whatever it is called; null for what nobody needs to send: programs, pages, macros. */
export function fileKindOf(bytes: Uint8Array, name: string): FileKind | null {
  const found = SIGNS.find(([sign, at]) => starts(bytes, sign, at))?.[2];
  if (found) return found;
  if (starts(bytes, COMPOUND)) return COMPOUND_KINDS.find(({ ending }) => name.toLowerCase().endsWith(`.${ending}`)) ?? null;
  return starts(bytes, [0x50, 0x4b, 0x03, 0x04]) ? officeKind(bytes) : null;
}

/** The names in a zip's directory stand at its end. */
function officeKind(bytes: Uint8Array): FileKind | null {
  const names = new TextDecoder('latin1').decode(bytes.subarray(-TAIL));
  if (!names.includes('[Content_Types].xml') || /vbaProject\.bin/i.test(names)) return null;
  if (names.includes('word/document.xml')) return kind('docx', `${OFFICE_XML}.wordprocessingml.document`);
  if (names.includes('xl/workbook.xml')) return kind('xlsx', `${OFFICE_XML}.spreadsheetml.sheet`);
  return null;
}

/** A name that is safe on every system and in every list, with the ending that the content has. */
export function cleanFileName(name: string, ending: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // eslint-disable-next-line no-control-regex -- controls and marks that turn the direction of writing hide what a name says
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...plain].slice(0, 80).join('') || '附件'}.${ending}`;
}
