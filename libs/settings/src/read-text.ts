import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { FaultList } from './faults';

/** As people know the file: from where the hub was started, if it lies below. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || isAbsolute(near) ? path : near.replaceAll('\\', '/');
}

/** The file's text, or null where a fault says why there is none. */
export function readText(path: string, faults: FaultList): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    faults.add(shownPath(path), '', missing ? '没有这个文件，请从安装包里补上。' : '读不了这个文件，请检查读权限。');
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Windows' Notepad may still save Chinese as GBK.
    faults.add(shownPath(path), '', '不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8。');
    return null;
  }
}
