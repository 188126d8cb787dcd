import { createHash } from 'node:crypto';
import { close, createReadStream, open, read, readFile, stat as look } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { HEADER_FETCH, headerOnly } from './header-only';
import { isMbox, mboxSpans, unescapeMbox } from './mbox';

/** A letter in a file. `load` reads it when it is wanted; nothing is kept. */
export interface MailFile {
  /** File name, with its place in the mbox: `box#3`. */
  readonly name: string;
  readonly path: string;
  /** When the file that holds it was last written, in milliseconds. */
  readonly changedAt: number;
  /** SHA-256 of its bytes, in hex: the same letter wherever it lies. */
  hash(): Promise<string>;
  load(): Promise<Uint8Array>;
}

/** Over this size only the header is kept, as in a mailbox. */
export const FILE_BYTES = 32 << 20;
/** Up to this size a letter is read in one go, which costs a tenth of a stream. */
const AT_ONCE = 1 << 20;
/** Every letter of a folder goes this way: `fs/promises` takes twice the time for its file handles. */
const io = { open: promisify(open), read: promisify(read), close: promisify(close), readFile: promisify(readFile) };
const stat = promisify(look);

/** Hidden files, and what copy programs and browsers write before the last rename. */
const NOT_YET = /^[.~]|\.(?:tmp|part|partial|crdownload|filepart)$/i;

/**
 * Every letter of a mail file, an mbox, or a folder of them with its subfolders, in the order of names. Errors are plain, with
 * a Chinese message.
 */
export async function* mailFiles(path: string, limit = FILE_BYTES): AsyncGenerator<MailFile> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `找不到 ${path}，请检查路径。` : `打不开 ${path}（${error.code}），请检查权限。`);
  });
  if (found.isDirectory()) yield* inFolder(path, limit);
  else yield* inFile(path, limit);
}

async function* inFolder(folder: string, limit: number): AsyncGenerator<MailFile> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (NOT_YET.test(entry.name)) continue;
    const path = join(folder, entry.name);
    // Links are not followed: they may lead in a circle or out of the folder.
    if (entry.isDirectory()) yield* inFolder(path, limit);
    else if (entry.isFile()) yield* inFile(path, limit);
  }
}

async function* inFile(path: string, limit: number): AsyncGenerator<MailFile> {
  const { mtimeMs: changedAt, size } = await stat(path);
  if (!isMbox(await readRange(path, 0, 512))) {
    yield wholeFile(path, size, changedAt, limit);
    return;
  }
  let place = 0;
  for await (const { start, end } of mboxSpans(path)) {
    const name = `${basename(path)}#${++place}`;
    const load = async () => {
      if (end - start > limit) return headerOnly(await readRange(path, start, HEADER_FETCH), end - start, limit);
      return unescapeMbox(await readRange(path, start, end - start));
    };
    yield {
      name,
      path,
      changedAt,
      load,
      hash: async () =>
        createHash('sha256')
          .update(await load())
          .digest('hex'),
    };
  }
}

function wholeFile(path: string, bytes: number, changedAt: number, limit: number): MailFile {
  return {
    name: basename(path),
    path,
    changedAt,
    async hash() {
      const hash = createHash('sha256');
      if (bytes <= AT_ONCE) return hash.update(await io.readFile(path)).digest('hex');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return hash.digest('hex');
    },
    async load() {
      const { size } = await stat(path);
      return size > limit ? headerOnly(await readRange(path, 0, HEADER_FETCH), size, limit) : io.readFile(path);
    },
  };
}

async function readRange(path: string, start: number, length: number): Promise<Buffer> {
  const file = await io.open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await io.read(file, buffer, filled, length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await io.close(file);
  }
}
