import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const KEY = /^[a-z0-9]{8,16}$/;
const ID = /^[a-f0-9]{12}$/;
const DAY_MS = 24 * 60 * 60_000;

/** Files of what citizens have begun to write, one folder for each draft: unlike kept files they go again. */
export class DraftShelf {
  constructor(private readonly folder: string) {}

  /** Flushed to the disk before its id is handed out. */
  async put(key: string, bytes: Uint8Array): Promise<string> {
    const id = randomBytes(6).toString('hex');
    await mkdir(this.of(key), { recursive: true, mode: 0o700 });
    const file = await open(this.place(key, id), 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return id;
  }

  load(key: string, id: string): Promise<Buffer> {
    return readFile(this.place(key, id));
  }

  remove(key: string, id: string): Promise<void> {
    return rm(this.place(key, id), { force: true });
  }

  clear(key: string): Promise<void> {
    return rm(this.of(key), { recursive: true, force: true });
  }

  /** Removes what a process that was killed has left behind: folders that nobody has touched for a day longer than drafts live. */
  async sweep(livesMs: number, now = Date.now()): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!KEY.test(name)) continue;
      const there = await stat(join(this.folder, name)).catch(() => null);
      if (there && now - there.mtimeMs > livesMs + DAY_MS) await this.clear(name);
    }
  }

  private of(key: string): string {
    if (!KEY.test(key)) throw new RangeError('not the key of a draft');
    return join(this.folder, key);
  }

  private place(key: string, id: string): string {
    if (!ID.test(id)) throw new RangeError('not the id of a draft file');
    return join(this.of(key), id);
  }
}
