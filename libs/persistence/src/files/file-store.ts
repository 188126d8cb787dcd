import { createHash, randomBytes } from 'node:crypto';
import {
  close,
  createReadStream,
  createWriteStream,
  fsync,
  open as openFile,
  rename,
  stat,
  writeFile,
  type ReadStream,
} from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const ASIDE = '.tmp-';
const DAY_MS = 24 * 60 * 60_000;
/** Every letter goes this way: `fs/promises` takes twice the time for its file handles. */
const io = {
  open: promisify(openFile),
  sync: promisify(fsync),
  close: promisify(close),
  write: promisify(writeFile),
  rename: promisify(rename),
  stat: promisify(stat),
};

/** Up to here bytes that are there already are written once more: it takes less than to look. */
const SMALL_BYTES = 64 << 10;

export type FileTrouble = 'missing' | 'changed';

/**
 * Bytes by their SHA-256: `files/ab/abcdef…`. A file is complete and on the disk before its hash is handed out, so a row
 * that names it never names nothing: written aside, flushed, renamed, and the folder flushed.
 */
export class FileStore {
  private readonly ready = new Map<string, Promise<void>>();
  private made: Promise<unknown> | null = null;

  constructor(private readonly folder: string) {}

  /** Keeps the bytes and answers their hash, 64 hex digits. The same bytes are kept once. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const shelf = join(this.folder, hash.slice(0, 2));
    const place = join(shelf, hash);
    await this.shelf(shelf);
    if (bytes.byteLength <= SMALL_BYTES || !(await this.holds(place, bytes.byteLength))) {
      const aside = await this.aside();
      try {
        await io.write(aside, bytes, { flag: 'wx', mode: 0o600, flush: true });
        await io.rename(aside, place);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    }
    await flushFolder(shelf);
    return hash;
  }

  private async holds(place: string, size: number): Promise<boolean> {
    const there = await io.stat(place).catch(() => null);
    return there?.size === size;
  }

  /**
   * Keeps what a stream brings without holding it in memory. Of more than `most` bytes nothing is kept, and `hash` is null;
   * the stream is read to its end all the same, so that its sender hears why.
   */
  async putStream(stream: Readable, most: number): Promise<{ hash: string | null; size: number }> {
    const aside = await this.aside();
    const digest = createHash('sha256');
    let size = 0;
    const counted = new Transform({
      transform(part: Buffer, _, next) {
        size += part.length;
        if (size > most) return next(null);
        digest.update(part);
        next(null, part);
      },
    });
    try {
      await pipeline(stream, counted, createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true }));
      if (size > most) return { hash: null, size };
      const hash = digest.digest('hex');
      const shelf = join(this.folder, hash.slice(0, 2));
      await this.shelf(shelf);
      await io.rename(aside, join(shelf, hash));
      await flushFolder(shelf);
      return { hash, size };
    } finally {
      await rm(aside, { force: true });
    }
  }

  /** A fresh name for bytes that are not kept yet; whoever asks for it removes it. */
  async aside(): Promise<string> {
    // A disk that was full for a moment must not be full for this process for ever.
    this.made ??= mkdir(this.folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
      this.made = null;
      throw error;
    });
    await this.made;
    return join(this.folder, `${ASIDE}${randomBytes(9).toString('hex')}`);
  }

  /** Removes what a process that was killed has left aside for a day. */
  async sweep(now = Date.now()): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names.filter((one) => one.startsWith(ASIDE))) {
      const place = join(this.folder, name);
      const there = await io.stat(place).catch(() => null);
      if (there && now - there.mtimeMs > DAY_MS) await rm(place, { force: true });
    }
  }

  /** Reads the whole file: whether it is there and still the bytes that its name says, as many as a row knows of. */
  async inspect(hash: string, size: number | null = null): Promise<FileTrouble | null> {
    const there = await io.stat(this.placeOf(hash)).catch(() => null);
    if (!there) return 'missing';
    if (size !== null && there.size !== size) return 'changed';
    const digest = createHash('sha256');
    for await (const chunk of this.read(hash)) digest.update(chunk as Buffer);
    return digest.digest('hex') === hash ? null : 'changed';
  }

  read(hash: string): ReadStream {
    return createReadStream(this.placeOf(hash));
  }

  async load(hash: string): Promise<Buffer> {
    const file = await open(this.placeOf(hash));
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  placeOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError('not a file hash');
    return join(this.folder, hash.slice(0, 2), hash);
  }

  /** A shelf is made once per process; its own name must survive a power cut too. */
  private shelf(path: string): Promise<void> {
    let made = this.ready.get(path);
    if (!made) {
      made = mkdir(path, { recursive: true, mode: 0o700 }).then(() => flushFolder(this.folder));
      made.catch(() => this.ready.delete(path));
      this.ready.set(path, made);
    }
    return made;
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await io.open(path, 'r');
  try {
    await io.sync(folder);
  } finally {
    await io.close(folder);
  }
}
