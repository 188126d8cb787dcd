import type { ImapFlow, ImapFlowError } from 'imapflow';
import { HEADER_FETCH, headerOnly } from './header-only';
import { type Found, uidSet } from './imap-position';
import type { ImapSession } from './imap-session';
import { ImapTrouble } from './imap-trouble';

const TRIES = 3;

/** The letters of one batch, which are asked for together. */
export interface Page {
  readonly uidvalidity: string;
  readonly letters: readonly Found[];
  sources: Promise<Map<number, Buffer>> | null;
}

/** The bytes of letters: those of a batch by one command, one that makes trouble by itself, of one that is too large the header. */
export class ImapSources {
  /** How often the server refused a letter, by UID. */
  private readonly refusals = new Map<number, number>();

  constructor(
    private readonly session: ImapSession,
    private readonly maxBytes: number,
  ) {}

  async load(page: Page, { uid, size }: Found): Promise<Uint8Array> {
    if (size > this.maxBytes) return this.inSession(page, (client) => this.header(client, uid, size, this.maxBytes));
    const sources = await this.together(page);
    const whole = sources.get(uid);
    sources.delete(uid);
    return whole ? this.fit(whole) : this.inSession(page, (client) => this.alone(client, uid, size));
  }

  private together(page: Page): Promise<Map<number, Buffer>> {
    const asked = (page.sources ??= this.inSession(page, async (client) => {
      const wanted = page.letters.filter(({ size }) => size <= this.maxBytes).map(({ uid }) => uid);
      const sources = new Map<number, Buffer>();
      // One letter is asked for by itself anyway, and so is each where the server refuses them together.
      if (wanted.length < 2 || wanted.some((uid) => this.refusals.has(uid))) return sources;
      try {
        for await (const { uid, source } of client.fetch(uidSet(wanted), { source: true }, { uid: true }))
          if (source) sources.set(uid, source);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
      return sources;
    }));
    asked.catch(() => (page.sources = page.sources === asked ? null : page.sources));
    return asked;
  }

  private inSession<T>({ uidvalidity }: Page, work: (client: ImapFlow) => Promise<T>): Promise<T> {
    return this.session.run((client) => {
      sameFolder(client, uidvalidity);
      return work(client);
    });
  }

  private async alone(client: ImapFlow, uid: number, size: number): Promise<Uint8Array> {
    try {
      const whole = await client.fetchOne(String(uid), { source: true }, { uid: true });
      if (!whole || !whole.source) throw new ImapTrouble(`邮箱里已经没有 UID ${uid} 这封信，可能被人移走或删除了。`);
      this.refusals.delete(uid);
      return this.fit(whole.source);
    } catch (error) {
      // A letter that the server cannot give must not stop the mailbox for ever.
      if (!isRefusal(error)) throw error;
      const times = (this.refusals.get(uid) ?? 0) + 1;
      this.refusals.set(uid, times);
      if (times < TRIES) throw error;
      return this.header(client, uid, size, 0).catch(() => headerOnly(Buffer.from(`Subject: UID ${uid}\r\n`), size, 0));
    }
  }

  private async header(client: ImapFlow, uid: number, size: number, limit: number): Promise<Uint8Array> {
    const source = { start: 0, maxLength: HEADER_FETCH };
    const beginning = await client.fetchOne(String(uid), { source }, { uid: true });
    return headerOnly((beginning && beginning.source) || Buffer.from(`Subject: UID ${uid}\r\n`), size, limit);
  }

  private fit(source: Buffer): Uint8Array {
    return source.length > this.maxBytes ? headerOnly(source, source.length, this.maxBytes) : source;
  }
}

export function sameFolder(client: ImapFlow, uidvalidity: string): void {
  if (client.mailbox && String(client.mailbox.uidValidity) === uidvalidity) return;
  throw new ImapTrouble('邮箱的文件夹重建过，信的编号都变了；下一轮会重新收。');
}

const isRefusal = (error: unknown): boolean => {
  const { responseStatus, code } = error as ImapFlowError;
  return responseStatus === 'NO' || responseStatus === 'BAD' || code === 'LiteralTooLarge' || code === 'ResponseTooLarge';
};
