import { promises as dns } from 'node:dns';

/** Answers as `dns.resolve` gives them, or rejects with its codes. */
export type Resolve = (name: string, type: string) => Promise<unknown>;

/** Asks these servers, or those of the machine. */
export function resolverOf(servers: readonly string[], timeoutMs = 1_000): Resolve {
  const resolver = new dns.Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers.length) resolver.setServers(servers);
  return (name, type) => resolver.resolve(name, type);
}

export class NoAnswer extends Error {
  /** The package takes this for "ask again later", whatever the reason was. */
  readonly code = 'ETIMEOUT';
}

/** It is there but nothing that could be used; for the package as if it were not there. */
export class Unusable extends Error {
  readonly code = 'ENODATA';
}

export interface NamesOptions {
  readonly resolve: Resolve;
  readonly now?: () => number;
  /** How long one answer is waited for. */
  readonly waitMs?: number;
  readonly most?: number;
}

const KEPT_MS = { there: 600_000, absent: 300_000, unanswered: 10_000 };
const ANSWER_BYTES = 16_384;
const ABSENT = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME', 'EFORMERR']);
const REST_MS = 30_000;
const IN_A_ROW = 5;

interface Kept {
  readonly answer: Promise<unknown>;
  until: number;
}

/**
 * DNS for letters that strangers wrote: each answer is kept for a while, each is bounded in time and size, and a DNS that is
 * away is not asked. Whether it is away is asked by a name that no sender chose, so that nobody's own slow server counts.
 */
export class Names {
  private readonly kept = new Map<string, Kept>();
  private unanswered = 0;
  private restUntil = 0;
  private away = false;
  private probing: Promise<void> | null = null;
  private readonly now: () => number;

  constructor(private readonly options: NamesOptions) {
    this.now = options.now ?? (() => performance.now());
  }

  /** False while DNS is away; now and then one question finds out, which no letter waits for. */
  isThere(): boolean {
    if (this.away && this.now() >= this.restUntil) void this.probe();
    return !this.away;
  }

  lookUp(name: string, type: string): Promise<unknown> {
    const key = `${type} ${name.toLowerCase().replace(/\.$/, '')}`;
    const there = this.kept.get(key);
    if (there && there.until > this.now()) return there.answer;
    if (!this.isThere()) return Promise.reject(new NoAnswer('DNS 不通'));
    const kept: Kept = { answer: this.ask(name, type), until: Infinity };
    kept.answer.then(
      () => (kept.until = this.now() + KEPT_MS.there),
      (error) => (kept.until = this.now() + (error instanceof NoAnswer ? KEPT_MS.unanswered : KEPT_MS.absent)),
    );
    this.kept.delete(key);
    this.kept.set(key, kept);
    if (this.kept.size > (this.options.most ?? 2_000)) this.kept.delete(this.kept.keys().next().value!);
    return kept.answer;
  }

  private async ask(name: string, type: string): Promise<unknown> {
    if (!/^(?=.{1,253}$)(?:[\x21-\x2d\x2f-\x7e]{1,63}\.)+[\x21-\x2d\x2f-\x7e]{1,63}\.?$/.test(name)) throw absent();
    try {
      const answer = await this.inTime(this.options.resolve(name, type));
      this.unanswered = 0;
      if (JSON.stringify(answer).length > ANSWER_BYTES) throw new Unusable(`${type} ${name} 的内容过长`);
      return answer;
    } catch (error) {
      if (error instanceof Unusable) throw error;
      if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) {
        this.unanswered = 0;
        throw absent();
      }
      if (isSilence(error) && ++this.unanswered >= IN_A_ROW) void this.probe();
      throw new NoAnswer(`${type} ${name} 没有答复`);
    }
  }

  private probe(): Promise<void> {
    return (this.probing ??= this.inTime(this.options.resolve('.', 'NS'))
      .then(
        () => false,
        (error: unknown) => isSilence(error),
      )
      .then((silent) => {
        this.away = silent;
        this.unanswered = 0;
        this.restUntil = this.now() + REST_MS;
        this.probing = null;
      }));
  }

  private async inTime<T>(answer: Promise<T>): Promise<T> {
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      clock = setTimeout(() => reject(new NoAnswer('超时')), this.options.waitMs ?? 1_500);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(clock));
  }
}

const absent = () => Object.assign(new Error('没有这个名字'), { code: 'ENOTFOUND' });

/** Whoever refuses or errs is there; silence is not. */
const isSilence = (error: unknown): boolean =>
  error instanceof NoAnswer || ['ETIMEOUT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '');
