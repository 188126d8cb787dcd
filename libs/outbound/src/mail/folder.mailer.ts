import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compose } from './compose';
import { Undelivered, type Mailer, type OutgoingLetter, type Sender } from './mailer';

/** Writes each letter into a folder instead of sending it. A letter written twice is one file. */
export class FolderMailer implements Mailer {
  constructor(
    private readonly folder: string,
    private readonly from: Sender,
  ) {}

  async send(letter: OutgoingLetter): Promise<void> {
    const { raw } = await compose(letter, this.from);
    const draft = join(this.folder, `.${randomBytes(8).toString('hex')}.tmp`);
    try {
      await mkdir(this.folder, { recursive: true });
      await writeFile(draft, raw, { mode: 0o600, flush: true });
      await rename(draft, join(this.folder, fileName(letter)));
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      const { code } = error as NodeJS.ErrnoException;
      throw new Undelivered('server', `信件存不进发件文件夹（${code ?? '不明原因'}），请检查文件夹和磁盘空间。`);
    }
  }
}

/** Sorts by time; the Message-ID tells letters of one second apart. */
function fileName({ createdAt, messageId }: OutgoingLetter): string {
  const time = createdAt.replace(/\D/g, '').slice(0, 14);
  return `${time}-${messageId.replace(/[^\w.@+-]/g, '_').slice(0, 180)}.eml`;
}
