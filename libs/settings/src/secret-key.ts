import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET_SIGNS } from './environment';
import { SettingsFaults } from './faults';
import { shownPath } from './read-text';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** The key that the environment gives, or the one kept beside the data, made at the first start. */
export function secretKey(given: string | undefined, dataDir: string): string {
  if (given) return given;
  const path = join(dataDir, 'secret.key');
  try {
    return read(path) ?? create(path, dataDir);
  } catch (error) {
    if (error instanceof SettingsFaults) throw error;
    const message = `密钥文件读写不了（${codeOf(error) ?? '不明原因'}）。请检查文件夹的读写权限，或设 HUB_SECRET_KEY。`;
    throw new SettingsFaults([{ file: shownPath(path), key: '', message }]);
  }
}

function read(path: string): string | null {
  let key: string;
  try {
    key = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  if (key.length >= SECRET_SIGNS) return key;
  // A new key would make every sealed name unreadable, so nothing is put in its place.
  const message = '密钥文件不完整。请从备份里恢复这个文件，不要新建：换了密钥，已存的姓名和联系方式就再也读不出。';
  throw new SettingsFaults([{ file: shownPath(path), key: '', message }]);
}

/** Written whole before it gets its name: of two processes that start together, both use the key of the first. */
function create(path: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = openSync(draft, 'wx', 0o600);
    writeSync(file, `${randomBytes(48).toString('base64url')}\n`);
    fsyncSync(file);
    closeSync(file);
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path)!;
}
