import { instant } from '@hub/domain';
import type { Stores } from '@hub/persistence';
import { isGone } from './owner';
import { CUT_OFF, letterResult, neverSent } from './verdict';

/** What a courier knows of its own letters that their rows do not say. */
export interface OwnLetters {
  readonly owner: string;
  /** Ids of those of which it knows what became of them, or soon will, whatever their leases say. */
  readonly known: ReadonlySet<number>;
  /** Domains of claims of which nobody told whether they were kept: none of these letters was sent. */
  readonly unsure: ReadonlySet<string>;
}

/** Letters that lie with a courier that is no more, or that no courier knows it has, come back. */
export async function takeBack({ outbox, outboxDomains }: Stores, own: OwnLetters, now: number): Promise<void> {
  const gone = new Set<string>();
  for (const letter of await outbox.inHand()) {
    const { id, domainKey, leaseOwner, leaseUntil } = letter;
    if (own.known.has(id)) continue;
    if (leaseOwner === own.owner && own.unsure.has(domainKey)) {
      await outbox.settle(letter, neverSent(letter, now));
      await outboxDomains.free(domainKey, own.owner, leaseUntil!);
      continue;
    }
    const dead = isGone(leaseOwner ?? '');
    if (!dead && (leaseUntil ?? '') > instant(now)) continue;
    await outbox.settle(letter, letterResult(letter, CUT_OFF, now));
    if (dead) gone.add(leaseOwner!);
  }
  if (gone.size) await outboxDomains.freeAllOf([...gone]);
}
