import { Fault } from '../errors';

/** What may be laid to an appeal as evidence, with the ending its name gets. */
export const UPLOAD_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type UploadType = keyof typeof UPLOAD_TYPES;

export const UPLOAD_BYTES = 20 * 1024 * 1024;
/** Files that staff may lay to one appeal. */
export const UPLOADS_OF_APPEAL = 60;

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean =>
  signs.every((sign, index) => bytes[at + index] === sign);

/** Whether the text stands in the bytes, sign for sign. */
function holds(bytes: Uint8Array, text: string): boolean {
  const signs = [...text].map((sign) => sign.charCodeAt(0));
  for (let at = bytes.indexOf(signs[0]!); at >= 0; at = bytes.indexOf(signs[0]!, at + 1))
    if (startsWith(bytes, signs, at)) return true;
  return false;
}

/** What the bytes are, whatever the name says; null where it is nothing that is taken. */
export function uploadType(bytes: Uint8Array): UploadType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null;
  // A file with macros names them in its parts.
  if (!holds(bytes, '[Content_Types].xml') || holds(bytes, 'vbaProject.bin')) return null;
  if (holds(bytes, 'word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return holds(bytes, 'xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null;
}

export function checkedUpload(bytes: Uint8Array): UploadType {
  if (!bytes.length) throw new Fault('invalid', 'file-missing', '没有收到文件。', '请选一个文件再传。');
  if (bytes.length > UPLOAD_BYTES) throw new Fault('invalid', 'too-large', '文件超过 20 MB。', '请压缩照片，或分开上传。');
  const type = uploadType(bytes);
  if (type) return type;
  throw new Fault(
    'invalid',
    'file-type',
    '这种文件不收。',
    '可以传 jpg、png、webp 照片，pdf、docx、xlsx 文件；按内容认，不看名字。',
  );
}

/** The name without folders and control signs, with the ending that its content asks for. */
export function uploadName(name: string, type: UploadType): string {
  const last = name.split(/[\\/]/).at(-1)!;
  const plain = [...last]
    .filter((sign) => sign >= ' ' && sign !== '\u007f')
    .join('')
    .trim();
  const stem = [...plain.replace(/\.[A-Za-z0-9]{1,8}$/, '')].slice(0, 100).join('').trim() || '附件';
  return `${stem}.${UPLOAD_TYPES[type]}`;
}

export const isPicture = (type: UploadType): boolean => type.startsWith('image/');
