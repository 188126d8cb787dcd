/** Work that is done again and again and never twice at once. What fails is told, and tried in the next turn. */
export class Repeating {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<unknown>,
    private readonly tell: (trouble: string) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.turn().finally(() => (this.running = null));
    }, this.everyMs);
    this.timer.unref();
  }

  /** Waits for the turn that is under way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.tell(error instanceof Error ? error.message : String(error));
    }
  }
}
