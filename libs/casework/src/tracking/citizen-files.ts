import { cleanFileName, Fault, fileKindOf, type FileKind } from '@hub/domain';
import type { AttachmentEntity, FileStore } from '@hub/persistence';
import { shownName } from '../transfers/department.service';
import type { UploadedFile } from '../transfers/handed-over';

export const CITIZEN_FILES = 5;
export const CITIZEN_FILE_BYTES = 10 * 1024 * 1024;
export const CITIZEN_FILES_HINT = '可以传 JPG、PNG、WebP 照片和 PDF、Word、Excel 文件。';

export type KeptFile = Pick<AttachmentEntity, 'name' | 'mediaType' | 'size' | 'fileHash'>;

/** Files of a citizen, known by their content and kept as they came; none is kept before all are known to be good. */
export async function keepFiles(uploads: readonly UploadedFile[], store: FileStore): Promise<KeptFile[]> {
  if (uploads.length > CITIZEN_FILES)
    throw new Fault('invalid', 'files', `一次最多传 ${CITIZEN_FILES} 个文件。`, '请分几次补充。');
  const kinds: FileKind[] = [];
  for (const { name, load } of uploads) {
    const kind = fileKindOf(await load(), name);
    if (!kind) throw new Fault('invalid', 'files', `“${shownName(name)}”这种文件不收。`, CITIZEN_FILES_HINT);
    kinds.push(kind);
  }
  const kept: KeptFile[] = [];
  for (const [at, { name, load }] of uploads.entries()) {
    const { ending, mediaType } = kinds[at]!;
    const bytes = await load();
    kept.push({ name: cleanFileName(name, ending), mediaType, size: bytes.length, fileHash: await store.put(bytes) });
  }
  return kept;
}
