import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, type Instant } from '@hub/domain';

/** What a backup says of itself. It is written last: a folder without it is no backup. */
export interface Manifest {
  readonly format: 1;
  readonly at: Instant;
  /** The names of the migrations that made its tables, in their order. */
  readonly migrations: readonly string[];
  /** Tells by which secret key its identities are sealed, and nothing about the key. */
  readonly keyMark: string;
  readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>;
  readonly files: { readonly count: number; readonly bytes: number };
}

export const MANIFEST = 'backup.json';
export const TABLES = 'tables';
export const FILES = 'files';

export const tableFile = (folder: string, table: string): string => join(folder, TABLES, `${table}.jsonl.gz`);

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  if (text === null)
    throw new Fault('invalid', 'backup', `“${folder}”里没有 ${MANIFEST}，不是完整的备份。`, '请给 yxt backup 写出的那个文件夹。');
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.format === 1) return manifest;
  } catch {
    // Falls through to the one answer.
  }
  throw new Fault(
    'invalid',
    'backup',
    `“${folder}”里的 ${MANIFEST} 看不懂。`,
    '备份可能损坏，或由更新的版本写出；请换一份，或先升级程序。',
  );
}
