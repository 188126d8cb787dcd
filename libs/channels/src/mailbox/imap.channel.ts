import { type ChannelName, type InboundMessage, instant } from '@hub/domain';
import { createHash } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { concatMap, defer, from, Observable } from 'rxjs';
import type { Channel } from '../channel';
import { isFull } from '../take-in';
import { ImapCourtesies } from './imap-courtesies';
import { foundIn } from './imap-found';
import { LateLetters } from './imap-late';
import {
  afterBack,
  afterNew,
  arrivedAt,
  type Found,
  fromAll,
  isOld,
  isUnwanted,
  type Position,
  positionOf,
} from './imap-position';
import { probeWords } from './imap-probe';
import { type ImapAccount, ImapSession } from './imap-session';
import { ImapSources, type Page } from './imap-sources';

export interface ImapOptions extends ImapAccount {
  readonly name: string;
  readonly source: string;
  /** Where a mailbox begins that was never read: with what is in it, or with the letters that come from now on. */
  readonly from: 'all' | 'now';
  /** Letters are moved here once they are registered. */
  readonly archiveFolder?: string;
  /** The position of the last registered letter, as its `cursor` gave it. */
  readonly cursor: () => Promise<string | null>;
  /** Keeps the position at which the mailbox begins, unless it has begun; answers where it stands. */
  readonly begin?: (position: string) => Promise<string>;
  /** Which of these source keys are registered; without it nobody looks for letters that show up late. */
  readonly known?: (keys: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** How often a pass that takes in old letters looks for new ones, which go first. */
const LOOK_MS = 5_000;
/** A sender's mail server may be a little behind our clock. */
const SLOW_CLOCK_MS = 60_000;

/** What a pass has found and not yet offered, the next at the end, and where the mailbox stands once all that was offered is registered. */
interface Finds {
  position: Position;
  fresh: Found[];
  /** What showed up behind the position. */
  readonly late: Found[];
  /** What was there before the folder was first read. */
  readonly old: Found[];
}

/** A mailbox over IMAP. Letters are known by mailbox, UIDVALIDITY and UID; Seen flags and moves are courtesies. */
export class ImapChannel implements Channel {
  readonly channel: ChannelName = 'mailbox';
  readonly name: string;
  readonly source: string;
  private readonly session: ImapSession;
  private readonly sources: ImapSources;
  private readonly courtesies: ImapCourtesies;
  private readonly late: LateLetters;
  private readonly identity: string;
  private baseline: Position | null = null;
  /** An old stretch in which nothing is wanted any more; its end is written with the next letter. */
  private emptied: string | null = null;

  constructor(private readonly options: ImapOptions) {
    this.name = options.name;
    this.source = options.source;
    this.session = new ImapSession(options);
    this.sources = new ImapSources(this.session, options.maxBytes);
    this.courtesies = new ImapCourtesies(this.session, options.archiveFolder);
    const identity = `${options.user}@${options.host}/${options.folder}`;
    this.identity = identity.length <= 150 ? identity : createHash('sha256').update(identity).digest('hex');
    const { known } = options;
    this.late = new LateLetters(known && ((uidvalidity, uids) => this.registered(known, uidvalidity, uids)));
  }

  messages(): Observable<InboundMessage> {
    return defer(() => from(this.batches())).pipe(concatMap((batch) => batch));
  }

  /** New letters first, whenever they come; then what showed up late; then what was there when the folder was first read. */
  async *batches(): AsyncGenerator<readonly InboundMessage[]> {
    await this.courtesies.pay().catch(() => undefined);
    const finds = await this.session.run((client) => this.look(client));
    for (let looked = performance.now(); ;) {
      if (!finds.fresh.length && finds.old.length && performance.now() - looked > LOOK_MS) {
        finds.fresh = await this.session.run((client) => this.lookAgain(client, finds.position));
        looked = performance.now();
      }
      const batch = this.next(finds);
      if (!batch.length) return;
      yield batch;
    }
  }

  hints(): Observable<void> {
    return new Observable((subscriber) => this.session.listen(() => subscriber.next()));
  }

  listens(): boolean {
    return this.session.hears;
  }

  probe(): Promise<readonly string[]> {
    return this.session.run(async (client) => {
      const { exists } = await this.session.folder(client);
      const begun = (await this.options.cursor()) !== null;
      return probeWords(client, this.options, exists, begun);
    });
  }

  close(): Promise<void> {
    return this.session.close();
  }

  private async look(client: ImapFlow): Promise<Finds> {
    const mailbox = await this.session.folder(client);
    const uidvalidity = String(mailbox.uidValidity);
    const last = async () =>
      mailbox.uidNext
        ? mailbox.uidNext - 1
        : mailbox.exists
          ? Math.max(...(await foundIn(client, '*')).map(({ uid }) => uid))
          : 0;
    let position = positionOf(await this.options.cursor()) ?? this.baseline ?? (await this.start(uidvalidity, await last()));
    if (position.uidvalidity !== uidvalidity) {
      const now = await last();
      // What is read again is known by its bytes and gets no new item.
      position = fromAll(uidvalidity, now, position.since, now);
    }
    this.session.heard();
    if (mailbox.exists === 0) return { position, fresh: [], late: [], old: [] };
    return {
      position,
      fresh: await this.newer(client, position),
      late: await this.late.find(client, position),
      old: await this.older(client, position),
    };
  }

  private async registered(
    known: NonNullable<ImapOptions['known']>,
    uidvalidity: string,
    uids: readonly number[],
  ): Promise<ReadonlySet<number>> {
    const keys = await known(uids.map((uid) => this.keyOf(uidvalidity, uid)));
    return new Set(uids.filter((uid) => keys.has(this.keyOf(uidvalidity, uid))));
  }

  private keyOf(uidvalidity: string, uid: number): string {
    return `${this.identity}:${uidvalidity}:${uid}`;
  }

  /** A folder that stays open learns of new letters by any command. */
  private async lookAgain(client: ImapFlow, position: Position): Promise<Found[]> {
    await client.noop();
    this.session.heard();
    return client.mailbox && String(client.mailbox.uidValidity) === position.uidvalidity ? this.newer(client, position) : [];
  }

  /** `n:*` gives the last letter even where its UID is smaller, and some servers ignore the range. */
  private async newer(client: ImapFlow, { uid: after }: Position): Promise<Found[]> {
    return (await foundIn(client, `${after + 1}:*`)).filter(({ uid }) => uid > after).reverse();
  }

  /** Only numbers, sizes and dates are fetched, a hundred thousand in some seconds. */
  private async older(client: ImapFlow, { uidvalidity, back, since }: Position): Promise<Found[]> {
    if (!back || this.emptied === `${uidvalidity} ${back.join()}`) return [];
    const [done, end] = back;
    const wanted = (one: Found) => one.uid > done && one.uid <= end && !(this.options.from === 'now' && isUnwanted(one, since));
    const found = (await foundIn(client, `${done + 1}:${end}`)).filter(wanted);
    if (!found.length) this.emptied = `${uidvalidity} ${back.join()}`;
    return found.reverse();
  }

  /** Where the mailbox begins that was never read; kept before the first letter, so that none is passed over while the hub is off. */
  private async start(uidvalidity: string, last: number): Promise<Position> {
    const since = instant(Date.now());
    const begun: Position =
      this.options.from === 'all' ? fromAll(uidvalidity, last, since, 0) : { uidvalidity, uid: last, since, floor: last };
    const stands = await this.options.begin?.(JSON.stringify(begun));
    return (this.baseline = positionOf(stands ?? null) ?? begun);
  }

  private next(finds: Finds): InboundMessage[] {
    const from = finds.fresh.length ? 'fresh' : finds.late.length ? 'late' : 'old';
    const queue = finds[from];
    const letters: Found[] = [];
    let bytes = 0;
    for (let one = queue.at(-1); one && !isFull(letters.length, bytes, one.size); one = queue.at(-1)) {
      letters.push(one);
      bytes += one.size;
      queue.pop();
    }
    const page: Page = { uidvalidity: finds.position.uidvalidity, letters, sources: null };
    return letters.map((letter, at) => {
      const isLast = !finds.old.length && at === letters.length - 1;
      if (from === 'fresh') finds.position = afterNew(finds.position, letter.uid);
      if (from === 'old') finds.position = afterBack(finds.position, letter.uid, isLast);
      const slackMs = from === 'old' ? 1_000 : SLOW_CLOCK_MS;
      return this.message(page, letter, finds.position, isOld(letter, finds.position.since, slackMs));
    });
  }

  private message(page: Page, letter: Found, position: Position, old: boolean): InboundMessage {
    const { uid, size } = letter;
    const { uidvalidity } = page;
    return {
      channel: this.channel,
      source: this.source,
      sourceKey: this.keyOf(uidvalidity, uid),
      format: 'mail',
      original: { name: `${uid}.eml`, mediaType: 'message/rfc822', size, load: () => this.sources.load(page, letter) },
      arrivedAt: arrivedAt(letter),
      ...(old ? { old } : {}),
      cursor: { channel: this.name, position: JSON.stringify(position) },
      settle: () => {
        this.late.settle(uidvalidity, uid);
        return this.courtesies.owe(uidvalidity, uid);
      },
    };
  }
}
