import { Inject, Injectable } from '@nestjs/common';
import { AppealQuery, Secrets, type AppealEntity } from '@hub/persistence';
import { CLOCK, type Clock } from '../tokens';

/** How long a page of an appeal can be used without the code; a form must stay good for half an hour at least (适老化). */
export const PASS_MINUTES = 60;

/**
 * What the forms of an appeal's page carry in place of the query code: good for an hour, for this appeal alone, and void
 * with its code. No row is kept, so every process knows it.
 */
@Injectable()
export class TrackPasses {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  of(appeal: AppealEntity): string {
    const until = String(this.minute() + PASS_MINUTES);
    return `${appeal.number}.${until}.${this.mark(appeal, until)}`;
  }

  async ofId(appealId: number): Promise<string | null> {
    const appeal = await this.appeals.appealById(appealId);
    return appeal && this.of(appeal);
  }

  /** Null where the time is over or the pass was never ours. */
  async appealOf(pass: string): Promise<AppealEntity | null> {
    const [, number, until, mark] = /^(YXT-\d{8}-\d{4,9})\.(\d{1,9})\.([0-9a-f]{64})$/.exec(pass) ?? [];
    if (!number || !until || !mark || Number(until) < this.minute()) return null;
    const appeal = await this.appeals.find(number);
    if (!appeal || appeal.status === 'discarded') return null;
    return this.secrets.secretMatches('track-pass', this.said(appeal, until), mark) ? appeal : null;
  }

  private said = ({ number, queryCodeHash }: AppealEntity, until: string): string => `${number}:${until}:${queryCodeHash}`;

  private mark(appeal: AppealEntity, until: string): string {
    return this.secrets.secretHash('track-pass', this.said(appeal, until));
  }

  private minute(): number {
    return Math.floor(this.clock().getTime() / 60_000);
  }
}
