import type { ImapFlow } from 'imapflow';
import { foundIn } from './imap-found';
import { type Found, type Position, uidSet } from './imap-position';

/** Between two looks for letters behind the position. */
const REST_MS = 3_600_000;
const AT_ONCE = 500;

/** Which of these numbers have an item. */
export type Registered = (uidvalidity: string, uids: readonly number[]) => Promise<ReadonlySet<number>>;

/**
 * Letters that show up behind the position: servers with a window (Gmail's folder limit) show an old letter once a newer one has
 * gone, and servers of several machines number a letter before they show it. Once an hour the numbers that the folder shows
 * are asked for, and the database about those that this process has not settled: 100,000 numbers are one answer of about
 * 700 KB each hour, and once in the life of the process 200 look-ups by the unique key, half a second of work.
 */
export class LateLetters {
  /** Numbers that need not be asked about again. */
  private readonly settled = new Set<number>();
  private uidvalidity = '';
  private lookAt = 0;

  constructor(private readonly registered: Registered | undefined) {}

  /** The newest first; what was not registered the last time is among them. */
  async find(client: ImapFlow, { uidvalidity, uid: front, back, floor }: Position): Promise<Found[]> {
    if (!this.registered || floor === undefined) return [];
    this.turnTo(uidvalidity);
    if (performance.now() < this.lookAt || floor >= front) return [];
    const shown = await client.search({ uid: `${floor + 1}:${front}` }, { uid: true });
    const isOpen = (uid: number) =>
      uid > floor && uid <= front && !(back && uid > back[0] && uid <= back[1]) && !this.settled.has(uid);
    const late: Found[] = [];
    const open = (shown || []).filter(isOpen).sort((a, b) => a - b);
    for (let at = 0; at < open.length; at += AT_ONCE) {
      const asked = open.slice(at, at + AT_ONCE);
      const there = await this.registered(uidvalidity, asked);
      there.forEach((uid) => this.settled.add(uid));
      const missing = new Set(asked.filter((uid) => !there.has(uid)));
      if (missing.size) late.push(...(await foundIn(client, uidSet([...missing]))).filter(({ uid }) => missing.has(uid)));
    }
    if (shown) this.forgetAllBut(shown);
    // What could not be registered is looked for again in the next pass.
    this.lookAt = late.length ? 0 : performance.now() + REST_MS;
    return late.reverse();
  }

  /** The intake has taken note of the letter, be it as one that it knew. */
  settle(uidvalidity: string, uid: number): void {
    this.turnTo(uidvalidity);
    this.settled.add(uid);
  }

  private turnTo(uidvalidity: string): void {
    if (uidvalidity === this.uidvalidity) return;
    this.settled.clear();
    this.lookAt = 0;
    this.uidvalidity = uidvalidity;
  }

  private forgetAllBut(shown: readonly number[]): void {
    const there = new Set(shown);
    for (const uid of this.settled) if (!there.has(uid)) this.settled.delete(uid);
  }
}
