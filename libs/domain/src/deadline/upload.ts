import { Fault } from '../errors';

/** What may be laid to an appeal as evidence, with the ending its name gets. */
export const UPLOAD_TYPES = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/mp4': 'm4a',
  'audio/amr': 'amr',
  'audio/ogg': 'ogg',
} as const;
export type UploadType = keyof typeof UPLOAD_TYPES;

export const UPLOAD_BYTES = 20 * 1024 * 1024;
/** A recording of half an hour, as telephone systems and mobile phones make them. */
export const RECORDING_BYTES = 60 * 1024 * 1024;
/** Files that staff may lay to one appeal. */
export const UPLOADS_OF_APPEAL = 60;

const signsOf = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean =>
  signs.every((sign, index) => bytes[at + index] === sign);

/** Whether the text stands in the bytes, sign for sign. */
function holds(bytes: Uint8Array, text: string): boolean {
  const signs = signsOf(text);
  for (let at = bytes.indexOf(signs[0]!); at >= 0; at = bytes.indexOf(signs[0]!, at + 1))
    if (startsWith(bytes, signs, at)) return true;
  return false;
}

const HEAD = 64 * 1024;

/** ISO 14496-12: a film names a handler `vide`; its index may stand at either end. */
const isFilm = (bytes: Uint8Array): boolean =>
  [bytes.subarray(0, HEAD), bytes.subarray(-HEAD * 4)].some((part) => holds(part, 'vide'));

/** One frame of layer III (ISO 11172-3) with a bit rate and a sampling rate that there are. */
const isFrame = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15 && third >> 4 !== 0 && ((third >> 2) & 3) !== 3;

function recordingType(bytes: Uint8Array): UploadType | null {
  if (startsWith(bytes, signsOf('#!AMR'))) return 'audio/amr';
  if (startsWith(bytes, signsOf('RIFF')) && startsWith(bytes, signsOf('WAVE'), 8)) return 'audio/wav';
  if (startsWith(bytes, signsOf('ftyp'), 4)) return isFilm(bytes) ? null : 'audio/mp4';
  const head = bytes.subarray(0, 4096);
  if (startsWith(bytes, signsOf('OggS'))) return holds(head, 'OpusHead') || holds(head, 'vorbis') ? 'audio/ogg' : null;
  return startsWith(bytes, signsOf('ID3')) || isFrame(bytes) ? 'audio/mpeg' : null;
}

/** What the bytes are, whatever the name says; null where it is nothing that is taken. */
export function uploadType(bytes: Uint8Array): UploadType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return 'image/webp';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  const recording = recordingType(bytes);
  if (recording) return recording;
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null;
  // A file with macros names them in its parts.
  if (!holds(bytes, '[Content_Types].xml') || holds(bytes, 'vbaProject.bin')) return null;
  if (holds(bytes, 'word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return holds(bytes, 'xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : null;
}

export function checkedUpload(bytes: Uint8Array): UploadType {
  if (!bytes.length) throw new Fault('invalid', 'file-missing', '没有收到文件。', '请选一个文件再传。');
  const type = uploadType(bytes);
  if (type && isRecording(type)) {
    if (bytes.length <= RECORDING_BYTES) return type;
    throw new Fault('invalid', 'too-large', '录音超过 60 MB。', '请转成 mp3 或 m4a，或分段上传。');
  }
  if (bytes.length > UPLOAD_BYTES) throw new Fault('invalid', 'too-large', '文件超过 20 MB。', '请压缩照片，或分开上传。');
  if (type) return type;
  throw new Fault(
    'invalid',
    'file-type',
    '这种文件不收。',
    '可以传 jpg、png、webp 照片，pdf、docx、xlsx 文件，mp3、wav、m4a、amr、ogg 录音；按内容认，不看名字。',
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
export const isRecording = (type: string): boolean => type.startsWith('audio/');
