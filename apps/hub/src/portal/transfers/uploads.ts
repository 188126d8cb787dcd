import type { UploadedFile } from '@hub/casework';

/** What the form reader gives of a file; an empty field gives an empty nameless one. */
export interface Uploaded {
  readonly originalname: string;
  readonly buffer: Buffer;
}

/** Names come as the bytes of UTF-8 read as Latin-1. */
export const uploadsOf = (files: readonly Uploaded[]): UploadedFile[] =>
  files
    .filter(({ buffer }) => buffer.length > 0)
    .map(({ originalname, buffer }) => ({ name: Buffer.from(originalname, 'latin1').toString('utf8'), bytes: buffer }));
