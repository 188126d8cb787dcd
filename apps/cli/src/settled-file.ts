import { existsSync, statSync, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { Fault } from '@hub/domain';

/** A file that was touched this recently may still be growing. */
const SETTLE_MS = 1_000;

export const known = (path: string): string => {
  if (!existsSync(path)) throw new Fault('missing', 'file', `没有这个文件：${path}。`, '请核对路径。');
  return path;
};

const stampOf = ({ size, mtimeMs }: Stats): string => `${size}:${mtimeMs}`;

/** The file's bytes; refused where somebody is still writing to it. */
export async function settledBytes(path: string): Promise<Buffer> {
  const before = statSync(known(path));
  const age = Date.now() - before.mtimeMs;
  if (age >= 0 && age < SETTLE_MS) await rest(SETTLE_MS - age);
  const bytes = await readFile(path);
  const stable = stampOf(statSync(path)) === stampOf(before) && bytes.length === before.size;
  if (!stable) throw new Fault('refused', 'file-growing', `${path} 还在变化，可能正在复制，没有导入。`, '请等复制完再运行一次。');
  return bytes;
}
