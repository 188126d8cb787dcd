import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { dayOf } from '@hub/domain';
import { Database, GuideQuery } from '@hub/persistence';
import type { Response } from 'express';

const KEPT_MS = 5_000;

/** What stands on top of every page now: looked for once this process has written, and every five seconds, since another may have. */
@Injectable()
export class NoticesGuard implements CanActivate {
  private kept: readonly string[] = [];
  private until = 0;
  private revision = -1;

  constructor(
    private readonly guide: GuideQuery,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { revision } = this.database;
    if (revision !== this.revision || Date.now() >= this.until) {
      this.revision = revision;
      this.until = Date.now() + KEPT_MS;
      // A database that is away is told of by the page itself.
      await this.guide.noticesOn(dayOf(this.clock())).then(
        (notices) => (this.kept = notices.map(({ text }) => text)),
        () => undefined,
      );
    }
    context.switchToHttp().getResponse<Response>().locals['notices'] = this.kept;
    return true;
  }
}
