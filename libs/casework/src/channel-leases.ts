import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { LeaseLost, type Claim, type Fence, type UnitOfWork } from '@hub/persistence';

/** Long enough for a slow batch, short enough that a mailbox is read again within half a minute after a hub died. */
export const LEASE_MS = 25_000;

const HOST = hostname().slice(0, 60);

/**
 * Which channels this process reads. A lease is claimed and committed before anything is done, renewed while the process
 * lives, and proved again inside every transaction that writes under it; a process that was stopped and goes on later is
 * refused there.
 */
export class ChannelLeases {
  private readonly held = new Map<string, Fence>();
  private timer: NodeJS.Timeout | null = null;
  private renewing: Promise<void> = Promise.resolve();
  private readonly claiming = new Set<Promise<unknown>>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly ttlMs = LEASE_MS,
    readonly owner = `${HOST}:${process.pid}:${randomUUID().slice(0, 8)}`,
  ) {}

  /** The claim under which the channel may be read now, or who reads it and when to ask again at the latest. */
  async claim(name: string): Promise<Claim> {
    const mine = this.held.get(name);
    if (mine) return { fence: mine };
    const claiming = this.take(name);
    const settled = claiming.catch(() => undefined).finally(() => this.claiming.delete(settled));
    this.claiming.add(settled);
    this.timer ??= setInterval(() => void (this.renewing = this.renew()), this.ttlMs / 4).unref();
    return claiming;
  }

  private async take(name: string): Promise<Claim> {
    const claim = await this.work.run(async ({ leases }) => {
      const first = await leases.claim(name, this.owner, this.ttlMs);
      if ('fence' in first || !isGone(first.heldBy)) return first;
      await leases.evict(name, first.heldBy);
      return leases.claim(name, this.owner, this.ttlMs);
    });
    if ('fence' in claim) this.held.set(name, claim.fence);
    return claim;
  }

  /** How long to wait before a channel that another process has is asked for again. */
  waitMs({ freeInMs }: { readonly freeInMs: number }): number {
    return Math.min(freeInMs + 20, this.ttlMs / 4);
  }

  /** The claim turned out to be somebody else's. */
  lost(name: string): void {
    this.held.delete(name);
  }

  /** Gives these back at once, and what is being claimed, so that another process need not wait. */
  async release(names: readonly string[]): Promise<void> {
    await Promise.all(this.claiming);
    const fences = names.flatMap((name) => this.held.get(name) ?? []);
    names.forEach((name) => this.held.delete(name));
    if (!this.held.size && this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await this.renewing;
    if (!fences.length) return;
    await this.work.run(async ({ leases }) => {
      for (const fence of fences) await leases.release(fence);
    });
  }

  private async renew(): Promise<void> {
    for (const fence of this.held.values()) {
      try {
        await this.work.run(async ({ leases }) => {
          if (!(await leases.hold(fence))) throw new LeaseLost(fence.name);
        });
      } catch (error) {
        // Without a database nobody else can claim it either; the next renewal tells.
        if (error instanceof LeaseLost && this.held.get(fence.name) === fence) this.lost(fence.name);
      }
    }
  }
}

/** A process of this machine that died need not be waited for; were it alive after all, its writes would be refused. */
function isGone(owner: string): boolean {
  const [pid, host] = [Number(owner.split(':').at(-2)), owner.split(':').slice(0, -2).join(':')];
  if (host !== HOST || !Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
