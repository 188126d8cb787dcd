import { type ChannelName, type InboundMessage, instant } from '@hub/domain';
import { createHash } from 'node:crypto';
import type { FetchMessageObject, ImapFlow, ImapFlowError } from 'imapflow';
import { Observable, type Subscriber } from 'rxjs';
import type { Channel } from '../channel';
import { HEADER_FETCH, headerOnly } from './header-only';
import { type ImapAccount, ImapSession } from './imap-session';
import { ImapTrouble } from './imap-trouble';

export interface ImapOptions extends ImapAccount {
  readonly name: string;
  readonly source: string;
  /** Where a mailbox begins that was never read: at its oldest letter, or at those that come from now on. */
  readonly from: 'all' | 'now';
  /** Letters are moved here once they are registered. */
  readonly archiveFolder?: string;
  /** The position of the last registered letter, as its `cursor` gave it. */
  readonly cursor: () => Promise<string | null>;
  /** Keeps the position from which `from: now` begins, so that letters that come while the hub is off are not passed over. */
  readonly begin?: (position: string) => Promise<string>;
}

/** `since`: with `from: now`, letters that arrived earlier are not taken when the folder is numbered anew. */
interface Position {
  readonly uidvalidity: string;
  readonly uid: number;
  readonly since?: string;
}

type Found = Pick<FetchMessageObject, 'uid' | 'size' | 'internalDate'>;
const TRIES = 3;
const DAY_MS = 86_400_000;

/** A mailbox over IMAP. Letters are known by mailbox, UIDVALIDITY and UID; Seen flags and moves are courtesies. */
export class ImapChannel implements Channel {
  readonly channel: ChannelName = 'mailbox';
  readonly name: string;
  readonly source: string;
  private readonly session: ImapSession;
  private readonly identity: string;
  private baseline: Position | null = null;
  /** How often the server refused a letter, by UID. */
  private readonly refusals = new Map<number, number>();

  constructor(private readonly options: ImapOptions) {
    this.name = options.name;
    this.source = options.source;
    this.session = new ImapSession(options);
    const identity = `${options.user}@${options.host}/${options.folder}`;
    this.identity = identity.length <= 150 ? identity : createHash('sha256').update(identity).digest('hex');
  }

  messages(): Observable<InboundMessage> {
    return new Observable((subscriber) => {
      this.pass(subscriber).then(
        () => subscriber.complete(),
        (error: unknown) => subscriber.error(error),
      );
    });
  }

  close(): Promise<void> {
    return this.session.close();
  }

  private async pass(subscriber: Subscriber<InboundMessage>): Promise<void> {
    const { position, letters } = await this.session.run((client) => this.look(client));
    for (const letter of letters) {
      if (subscriber.closed) return;
      subscriber.next(this.message(letter, position));
    }
  }

  /** What lies behind the position. Only numbers, sizes and dates are fetched, a hundred thousand in some seconds. */
  private async look(client: ImapFlow): Promise<{ position: Position; letters: Found[] }> {
    const mailbox = await this.session.folder(client);
    const uidvalidity = String(mailbox.uidValidity);
    const last = positionOf(await this.options.cursor()) ?? this.baseline ?? (await this.start(uidvalidity, mailbox.uidNext));
    const since = last?.since;
    const after = last?.uidvalidity === uidvalidity ? last.uid : 0;
    const position = { uidvalidity, uid: after, ...(since ? { since } : {}) };
    if (mailbox.exists === 0) return { position, letters: [] };

    // `n:*` gives the last letter even where its UID is smaller, and some servers ignore the range.
    const found: Found[] = [];
    for await (const { uid, size, internalDate } of client.fetch(
      `${after + 1}:*`,
      { uid: true, size: true, internalDate: true },
      { uid: true },
    )) {
      if (uid > after && !(since && after === 0 && isBefore(internalDate, since))) found.push({ uid, size, internalDate });
    }
    return { position, letters: found.sort((a, b) => a.uid - b.uid) };
  }

  private async start(uidvalidity: string, uidNext: number): Promise<Position | null> {
    if (this.options.from === 'all') return null;
    this.baseline = { uidvalidity, uid: uidNext - 1, since: instant(Date.now()) };
    await this.options.begin?.(JSON.stringify(this.baseline));
    return this.baseline;
  }

  private message({ uid, size = 0, internalDate }: Found, { uidvalidity, since }: Position): InboundMessage {
    const arrived = new Date(internalDate ?? Number.NaN);
    return {
      channel: this.channel,
      source: this.source,
      sourceKey: `${this.identity}:${uidvalidity}:${uid}`,
      format: 'mail',
      original: { name: `${uid}.eml`, mediaType: 'message/rfc822', load: () => this.load(uidvalidity, uid, size) },
      arrivedAt: Number.isNaN(arrived.getTime()) ? null : instant(arrived),
      cursor: {
        channel: this.name,
        position: JSON.stringify({ uidvalidity, uid, ...(since ? { since } : {}) } satisfies Position),
      },
      settle: () => this.settle(uidvalidity, uid),
    };
  }

  private load(uidvalidity: string, uid: number, size: number): Promise<Uint8Array> {
    const { maxBytes } = this.options;
    return this.session.run(async (client) => {
      sameFolder(client, uidvalidity);
      const one = (source: true | { start: number; maxLength: number }) =>
        client.fetchOne(String(uid), { source }, { uid: true });
      const header = async (limit: number) => {
        const beginning = await one({ start: 0, maxLength: HEADER_FETCH });
        return headerOnly((beginning && beginning.source) || Buffer.from(`Subject: UID ${uid}\r\n`), size, limit);
      };
      if (size > maxBytes) return header(maxBytes);
      try {
        const whole = await one(true);
        if (!whole || !whole.source) throw new ImapTrouble(`邮箱里已经没有 UID ${uid} 这封信，可能被人移走或删除了。`);
        return whole.source.length > maxBytes ? headerOnly(whole.source, whole.source.length, maxBytes) : whole.source;
      } catch (error) {
        // A letter that the server cannot give must not stop the mailbox for ever.
        if (!isRefusal(error)) throw error;
        const times = (this.refusals.get(uid) ?? 0) + 1;
        this.refusals.set(uid, times);
        if (times < TRIES) throw error;
        return header(0).catch(() => headerOnly(Buffer.from(`Subject: UID ${uid}\r\n`), size, 0));
      }
    });
  }

  private async settle(uidvalidity: string, uid: number): Promise<void> {
    const { archiveFolder } = this.options;
    await this.session
      .run(async (client) => {
        sameFolder(client, uidvalidity);
        await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
        if (!archiveFolder || (await client.messageMove(String(uid), archiveFolder, { uid: true }))) return;
        await client.mailboxCreate(archiveFolder);
        await client.messageMove(String(uid), archiveFolder, { uid: true });
      })
      // The letter is registered; what the mailbox looks like does not matter.
      .catch(() => undefined);
  }
}

function positionOf(text: string | null): Position | null {
  if (!text) return null;
  const given = JSON.parse(text) as Position;
  return { ...given, uidvalidity: String(given.uidvalidity) };
}

function sameFolder(client: ImapFlow, uidvalidity: string): void {
  if (client.mailbox && String(client.mailbox.uidValidity) === uidvalidity) return;
  throw new ImapTrouble('邮箱的文件夹重建过，信的编号都变了；下一轮会重新收。');
}

const isRefusal = (error: unknown): boolean => {
  const { responseStatus, code } = error as ImapFlowError;
  return responseStatus === 'NO' || responseStatus === 'BAD' || code === 'LiteralTooLarge' || code === 'ResponseTooLarge';
};

const isBefore = (date: Date | string | undefined, since: string): boolean =>
  new Date(date ?? since).getTime() < Date.parse(since) - DAY_MS;
