import type { FileStore } from '@hub/persistence';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file as it waits on the disk; `size` is what was sent, of which no more than the limit is there. */
export interface Shelved {
  readonly path: string;
  readonly size: number;
}

type Done<T> = (error: unknown, given?: T) => void;

/**
 * Where a form reader puts files: aside on the disk, never in memory. What is beyond size or number is read and dropped, so
 * that the fields behind it arrive and it can be said what was wrong without losing what was typed.
 */
export class UploadShelf {
  private readonly taken = new WeakMap<object, number>();

  constructor(
    private readonly files: FileStore,
    private readonly most: { readonly files: number; readonly bytes: number },
  ) {}

  _handleFile(request: object, { stream }: { stream: Readable }, done: Done<Shelved>): void {
    const at = (this.taken.get(request) ?? 0) + 1;
    this.taken.set(request, at);
    this.keep(stream, at > this.most.files ? 0 : this.most.bytes).then(
      (shelved) => done(null, shelved),
      (error: unknown) => done(error),
    );
  }

  _removeFile(_: object, { path }: { path?: string }, done: Done<never>): void {
    if (!path) return done(null);
    rm(path, { force: true }).then(() => done(null), done);
  }

  private async keep(stream: Readable, most: number): Promise<Shelved> {
    const path = await this.files.aside();
    let size = 0;
    const cut = new Transform({
      transform(part: Buffer, _, next) {
        size += part.length;
        next(null, size <= most ? part : undefined);
      },
    });
    try {
      await pipeline(stream, cut, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, size };
  }
}
