import { MAX_UPLOADS, MAX_UPLOAD_BYTES, sentFiles, sentName, shownName, type Uploaded } from '@hub/casework';

/** What is wrong with the files before one of them is opened; null where nothing is. */
export function uploadFault(files: readonly Uploaded[], answers: boolean): { status: number; words: string } | null {
  const sent = sentFiles(files);
  if (sent.length && !answers) return { status: 422, words: '附件只随“已经办结”的答复收。别的意见请写在内容里，不附文件' };
  const large = sent.find(({ size }) => size > MAX_UPLOAD_BYTES);
  if (large)
    return { status: 413, words: `“${shownName(sentName(large))}”超过 ${MAX_UPLOAD_BYTES / 1024 / 1024} MB，请压缩或者分成几个` };
  if (sent.length > MAX_UPLOADS) return { status: 422, words: `最多附 ${MAX_UPLOADS} 个文件，这次选了 ${sent.length} 个` };
  return null;
}
