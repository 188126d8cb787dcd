import { Controller, Get, Inject, Res } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { channelHealth, TROUBLE_WORDS, withOffset } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import type { Response } from 'express';
import { Allow } from '../http/allow';
import { SETTINGS } from '../settings.token';

interface Readiness {
  readonly status: 'ok' | 'trouble';
  readonly database: 'ok' | 'unreachable';
  readonly channels: Readonly<Record<string, 'ok' | 'failing'>>;
  readonly troubles: readonly { channel: string; source: string; since: string | null; message: string }[];
}

/** For whoever watches the hub from outside. */
@Controller('health')
@Allow('public')
export class HealthController {
  constructor(
    private readonly operations: OperationsQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer, or while a channel has stopped; says since when and why, and nothing of whom. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    try {
      await this.operations.ping();
      const states = new Map((await this.operations.channelStates()).map((state) => [state.name, state]));
      const now = this.clock();
      const troubles = this.settings.channels.flatMap(({ name, source }) => {
        const state = states.get(name);
        if (!state || channelHealth(state, now) !== 'stopped') return [];
        const since = state.failingSince && withOffset(state.failingSince);
        return [{ channel: name, source, since, message: TROUBLE_WORDS[state.troubleKind ?? 'other'] }];
      });
      const failing = new Set(troubles.map(({ channel }) => channel));
      const channels = Object.fromEntries(
        this.settings.channels.map(({ name }) => [name, failing.has(name) ? ('failing' as const) : ('ok' as const)]),
      );
      if (troubles.length) response.status(503);
      return { status: troubles.length ? 'trouble' : 'ok', database: 'ok', channels, troubles };
    } catch {
      response.status(503);
      return { status: 'trouble', database: 'unreachable', channels: {}, troubles: [] };
    }
  }
}
