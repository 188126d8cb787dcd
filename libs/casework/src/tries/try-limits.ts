import { Inject, Injectable } from '@nestjs/common';
import { instant, Limited, networkOf, TRY_RULES, withOffset, type Office, type TryKind } from '@hub/domain';
import { Secrets, UnitOfWork, type Stores } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';

/** Who tries: his address, and the appeal that he names. */
export interface Tried {
  readonly from: string;
  readonly appeal?: string | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * A brake for guessers that all processes share. A try is counted before it is known whether it is right, so that many at
 * once are no more than one after another; what was right is taken back.
 */
@Injectable()
export class TryLimits {
  private forgottenAt = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws where there were too many. */
  async count(kind: TryKind, tried: Tried): Promise<void> {
    const { minutes } = TRY_RULES[kind];
    const now = this.clock().getTime();
    const window = { now: instant(now), open: instant(now - minutes * MINUTE_MS), ahead: instant(now + MINUTE_MS) };
    await this.work.run(async (stores) => {
      await this.forget(stores, now);
      for (const { hash, most } of this.counters(kind, tried)) {
        const { since, count } = await stores.tries.count(hash, window);
        // What is thrown here takes the counting back as well: tries behind a shut door prolong nothing.
        if (count > most) throw this.tooMany(new Date(since).getTime() + minutes * MINUTE_MS, now);
      }
    });
  }

  /** The try was right. */
  async giveBack(kind: TryKind, tried: Tried): Promise<void> {
    const hashes = this.counters(kind, tried).map(({ hash }) => hash);
    await this.work.run((stores) => stores.tries.giveBack(hashes));
  }

  /** In one order, which no two transactions take crosswise. */
  private counters(kind: TryKind, { from, appeal }: Tried): { hash: string; most: number }[] {
    const rule = TRY_RULES[kind];
    const of = (what: string, most: number) => ({ hash: this.secrets.secretHash('try', `${kind}:${what}`), most });
    return [
      of(`network:${networkOf(from)}`, rule.network),
      ...(appeal ? [of(`appeal:${appeal}`, rule.appeal)] : []),
      of('all', rule.all),
    ];
  }

  private tooMany(until: number, now: number): Limited {
    const seconds = Math.max(1, Math.ceil((until - now) / 1000));
    const wait = Math.ceil(seconds / 60);
    const words = `请等 ${wait} 分钟，${clockTime(until)} 以后再试，或打电话 ${this.office.phone} 请我们代查。`;
    return new Limited('too-many-tries', '试的次数太多了，先停一停。', words, seconds);
  }

  private async forget({ tries }: Stores, now: number): Promise<void> {
    if (now - this.forgottenAt < DAY_MS / 24) return;
    this.forgottenAt = now;
    await tries.forget(instant(now - DAY_MS));
  }
}

/** 10:06, by the clock on the wall in Shanghai; a minute that has begun is not over. */
const clockTime = (at: number): string => withOffset(instant(Math.ceil(at / MINUTE_MS) * MINUTE_MS)).slice(11, 16);
