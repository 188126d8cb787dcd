import type { Envelope, SmtpLine } from './smtp-line';
import { smtpTrouble } from './smtp-trouble';

/** Servers that count letters per connection allow a hundred at least. */
const MOST_LETTERS = 100;
const IDLE_MS = 5_000;

/** Lines that stay open for the next letter, and are let go when none comes. */
export class SmtpPool {
  private readonly idle = new Map<SmtpLine, NodeJS.Timeout>();

  constructor(
    private readonly open: (signal?: AbortSignal) => Promise<SmtpLine>,
    private readonly idleMs = IDLE_MS,
  ) {}

  /**
   * Hands a letter over. A line that died while it rested costs the letter nothing: it goes over another. A cut after the last
   * byte and before the answer leaves open whether the letter was taken: the trouble is `doubtful`.
   */
  async send(envelope: Envelope, raw: Buffer, signal?: AbortSignal): Promise<void> {
    for (;;) {
      const line = this.take() ?? (await this.open(signal));
      const isUsed = line.letters > 0;
      const handing = { over: false };
      try {
        await line.send(envelope, raw, handing, signal);
        return this.keep(line);
      } catch (error) {
        const { responseCode } = error as { responseCode?: number };
        const died = !responseCode || responseCode === 421;
        if (died) line.cut();
        else this.clear(line);
        if (died && isUsed && !handing.over && !signal?.aborted) continue;
        throw handing.over && !responseCode ? smtpTrouble(error, true) : error;
      }
    }
  }

  close(): void {
    for (const line of this.idle.keys()) this.letGo(line);
  }

  private take(): SmtpLine | null {
    for (const line of this.idle.keys()) {
      clearTimeout(this.idle.get(line));
      this.idle.delete(line);
      if (!line.gone) return line;
    }
    return null;
  }

  private keep(line: SmtpLine): void {
    if (line.gone) return;
    if (line.letters >= MOST_LETTERS) return line.quit();
    this.idle.set(line, setTimeout(() => this.letGo(line), this.idleMs).unref());
  }

  private letGo(line: SmtpLine): void {
    clearTimeout(this.idle.get(line));
    this.idle.delete(line);
    line.quit();
  }

  private clear(line: SmtpLine): void {
    line.reset().then(
      () => this.keep(line),
      () => line.cut(),
    );
  }
}
