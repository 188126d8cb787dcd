import { Controller, Get, Inject, Res } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import { channelHealth, HUB_TROUBLE_WORDS, TROUBLE_WORDS, withOffset, type HubTroubleKind, type TroubleKind } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import type { Response } from 'express';
import { Allow } from '../http/allow';
import { hubState } from '../operations/hub-state';
import { SETTINGS } from '../settings.token';
import { Ending } from './ending';

interface Trouble {
  readonly kind: TroubleKind | HubTroubleKind;
  /** Null where it is about the whole hub. */
  readonly channel: string | null;
  readonly source: string | null;
  readonly since: string | null;
  readonly message: string;
}

interface Readiness {
  readonly status: 'ok' | 'trouble' | 'ending';
  readonly database: 'ok' | 'unreachable';
  readonly channels: Readonly<Record<string, 'ok' | 'failing'>>;
  readonly troubles: readonly Trouble[];
}

/** For whoever watches the hub from outside. */
@Controller('health')
@Allow('public')
export class HealthController {
  constructor(
    private readonly operations: OperationsQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly ending: Ending,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /**
   * 503 while the database does not answer, while a channel has stopped, while nobody does the work, while the mail server
   * takes nothing, while the hub ends, and in an hour whose acknowledgements are spent; says since when and why, and nothing of whom.
   */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    this.ending.asked();
    try {
      await this.operations.ping();
      const states = new Map((await this.operations.channelStates()).map((state) => [state.name, state]));
      const now = this.clock();
      const { worked, acknowledgementsUntil, sends } = await hubState(this.operations, this.settings.office, now);
      const stopped = this.settings.channels.flatMap(({ name, source }): Trouble[] => {
        const state = states.get(name);
        if (!state || channelHealth(state, now) !== 'stopped') return [];
        const since = state.failingSince && withOffset(state.failingSince);
        const kind = state.troubleKind ?? 'other';
        return [{ kind, channel: name, source, since, message: TROUBLE_WORDS[kind] }];
      });
      const troubles = [
        ...(worked ? [] : [ofHub('nobody')]),
        ...(acknowledgementsUntil ? [ofHub('acknowledgements')] : []),
        ...(sends ? [] : [ofHub('sending')]),
        ...stopped,
      ];
      const failing = new Set(stopped.map(({ channel }) => channel));
      const channels = Object.fromEntries(
        this.settings.channels.map(({ name }) => [name, failing.has(name) || !worked ? ('failing' as const) : ('ok' as const)]),
      );
      const { begun } = this.ending;
      if (begun || troubles.length) response.status(503);
      return { status: begun ? 'ending' : troubles.length ? 'trouble' : 'ok', database: 'ok', channels, troubles };
    } catch {
      response.status(503);
      return { status: 'trouble', database: 'unreachable', channels: {}, troubles: [] };
    }
  }
}

const ofHub = (kind: HubTroubleKind): Trouble => ({
  kind,
  channel: null,
  source: null,
  since: null,
  message: HUB_TROUBLE_WORDS[kind],
});
