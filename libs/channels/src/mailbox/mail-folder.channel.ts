import { type ChannelName, type InboundMessage, oneLine } from '@hub/domain';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { defer, from, type Observable } from 'rxjs';
import type { Channel } from '../channel';
import { FILE_BYTES, type MailFile, mailFiles } from './mail-files';

export interface MailFolderOptions {
  readonly name: string;
  readonly source: string;
  /** A folder, one mail file, or an mbox. */
  readonly path: string;
  /** Over this size only a mail's header is taken. */
  readonly maxBytes?: number;
  /** A file written more recently than this may still be growing and is waited for; 0 where nobody writes. */
  readonly settleMs?: number;
}

/**
 * Letters that lie in files. A letter is known at its door by its bytes: a second pass, a renamed or a copied file add
 * nothing, and the same Message-ID over other bytes is another letter.
 */
export class MailFolderChannel implements Channel {
  readonly channel: ChannelName = 'mailbox';
  readonly name: string;
  readonly source: string;

  constructor(private readonly options: MailFolderOptions) {
    this.name = options.name;
    this.source = options.source;
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.pass()));
  }

  private async *pass(): AsyncGenerator<InboundMessage> {
    let trouble: Error | null = null;
    for await (const file of mailFiles(this.options.path, this.options.maxBytes ?? FILE_BYTES)) {
      const hash = await this.hashOf(file).catch((error: NodeJS.ErrnoException) => {
        // A file that was taken away meanwhile is nobody's trouble; one that cannot be opened does not keep back the others.
        if (error.code !== 'ENOENT')
          trouble ??= new Error(`“${this.source}”的文件 ${file.name} 读不出（${error.code ?? error.message}），请检查它的权限。`);
        return null;
      });
      if (hash === null) continue;
      yield {
        channel: this.channel,
        source: this.source,
        sourceKey: `file:${hash}@${this.source}`.slice(0, 190),
        format: 'mail',
        original: { name: oneLine(file.name).slice(0, 200), mediaType: 'message/rfc822', load: file.load },
        arrivedAt: null,
      };
    }
    if (trouble) throw trouble;
  }

  /** Null while the file is being written; the next pass looks again. */
  private async hashOf(file: MailFile): Promise<string | null> {
    const { settleMs = 2_000 } = this.options;
    const age = Date.now() - file.changedAt;
    if (age >= 0 && age < settleMs) await sleep(settleMs - age);
    const hash = await file.hash();
    return age >= settleMs || (await stat(file.path)).mtimeMs === file.changedAt ? hash : null;
  }
}
