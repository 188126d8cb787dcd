import { MAX_UPLOADS, MAX_UPLOAD_BYTES, shownName, type UploadedFile } from '@hub/casework';
import { readFile, rm } from 'node:fs/promises';
import type { Shelved } from './upload-shelf';

/** What the form reader gives of a file; an empty field gives an empty nameless one. */
export interface Uploaded extends Shelved {
  readonly originalname: string;
}

const given = (files: readonly Uploaded[]) => files.filter(({ size }) => size > 0);

/** Names come as the bytes of UTF-8 read as Latin-1. */
const nameOf = ({ originalname }: Uploaded) => Buffer.from(originalname, 'latin1').toString('utf8');

export const uploadsOf = (files: readonly Uploaded[]): UploadedFile[] =>
  given(files).map((file) => ({ name: nameOf(file), load: () => readFile(file.path) }));

/** What is wrong with the files before one of them is opened; null where nothing is. */
export function uploadFault(files: readonly Uploaded[], answers: boolean): { status: number; words: string } | null {
  const sent = given(files);
  if (sent.length && !answers) return { status: 422, words: '附件只随“已经办结”的答复收。别的意见请写在内容里，不附文件' };
  const large = sent.find(({ size }) => size > MAX_UPLOAD_BYTES);
  if (large)
    return { status: 413, words: `“${shownName(nameOf(large))}”超过 ${MAX_UPLOAD_BYTES / 1024 / 1024} MB，请压缩或者分成几个` };
  if (sent.length > MAX_UPLOADS) return { status: 422, words: `最多附 ${MAX_UPLOADS} 个文件，这次选了 ${sent.length} 个` };
  return null;
}

export const clearAway = (files: readonly Uploaded[]): Promise<unknown> =>
  Promise.all(files.map(({ path }) => rm(path, { force: true })));
