import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Real letters are read where they lie; a test of what is not there says so in its title and is skipped. */
export const REAL_MAIL = join(process.env['YXT_REAL_DATA'] ?? '../shared/data', 'mail');

export const missing = (path: string): string => (existsSync(path) ? '' : `：跳过，没有 ${path}（YXT_REAL_DATA）`);

export const whereThere = (path: string): typeof it => (existsSync(path) ? it : it.skip);

/** Names of the letters below a folder, in order. */
export const lettersIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /\.(?:eml|msg)$/.test(name)).sort();
