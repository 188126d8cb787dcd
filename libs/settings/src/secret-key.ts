import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
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

/** The key that a new one is replacing: HUB_SECRET_KEY_OLD beside HUB_SECRET_KEY, or `secret.key.old` beside the key file. */
export function oldSecretKey(env: NodeJS.ProcessEnv, dataDir: string): string | null {
  if (env.HUB_SECRET_KEY) return env.HUB_SECRET_KEY_OLD || null;
  return read(join(dataDir, 'secret.key.old'));
}

/**
 * Puts a new key file in the place of the old one, which stays beside it until `endKeyFiles`. Each step is one rename or
 * link, so that a start at any moment finds both keys or only the old one; called again, it goes on.
 */
export function beginKeyFiles(dataDir: string): void {
  const [path, old, next] = ['secret.key', 'secret.key.old', 'secret.key.next'].map((name) => join(dataDir, name)) as [
    string,
    string,
    string,
  ];
  if (!existsSync(old)) {
    if (read(path) === null) throw new SettingsFaults([{ file: shownPath(path), key: '', message: '还没有密钥文件，不用换。' }]);
    rmSync(next, { force: true });
    writeKey(next);
    linkSync(path, old);
  }
  if (existsSync(next)) renameSync(next, path);
}

export const endKeyFiles = (dataDir: string): void => rmSync(join(dataDir, 'secret.key.old'), { force: true });

function writeKey(path: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${randomBytes(48).toString('base64url')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
    writeKey(draft);
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(path)!;
}
