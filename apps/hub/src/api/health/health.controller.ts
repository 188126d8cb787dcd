import { Controller, Get, Inject, Res } from '@nestjs/common';
import { OperationsQuery } from '@hub/persistence';
import type { Settings } from '@hub/settings';
import type { Response } from 'express';
import { Allow } from '../http/allow';
import { SETTINGS } from '../settings.token';

/** For whoever watches the hub from outside. */
@Controller('health')
@Allow('public')
export class HealthController {
  constructor(
    private readonly operations: OperationsQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 while the database does not answer, or while a channel has been failing. */
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ status: 'ok' | 'trouble'; database: string; channels: Record<string, string> }> {
    try {
      await this.operations.ping();
      const failing = new Map((await this.operations.channelStates()).map(({ name, failures }) => [name, failures >= 3]));
      const channels = Object.fromEntries(this.settings.channels.map(({ name }) => [name, failing.get(name) ? 'failing' : 'ok']));
      const status = Object.values(channels).includes('failing') ? ('trouble' as const) : ('ok' as const);
      if (status === 'trouble') response.status(503);
      return { status, database: 'ok', channels };
    } catch {
      response.status(503);
      return { status: 'trouble', database: 'unreachable', channels: {} };
    }
  }
}
