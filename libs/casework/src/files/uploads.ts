import { readFile, rm } from 'node:fs/promises';
import type { UploadedFile } from '../transfers/handed-over';
import type { Shelved } from './upload-shelf';

/** What the form reader gives of a file; an empty field gives an empty nameless one. */
export interface Uploaded extends Shelved {
  readonly originalname: string;
}

export const sentFiles = (files: readonly Uploaded[]): Uploaded[] => files.filter(({ size }) => size > 0);

/** Names come as the bytes of UTF-8 read as Latin-1. */
export const sentName = ({ originalname }: Uploaded): string => Buffer.from(originalname, 'latin1').toString('utf8');

export const uploadsOf = (files: readonly Uploaded[]): UploadedFile[] =>
  sentFiles(files).map((file) => ({ name: sentName(file), load: () => readFile(file.path) }));

export const clearAway = (files: readonly Uploaded[]): Promise<unknown> =>
  Promise.all(files.map(({ path }) => rm(path, { force: true })));
