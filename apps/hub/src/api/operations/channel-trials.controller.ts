import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ChannelLogService, CLOCK, type Clock } from '@hub/casework';
import type { ChannelTrialView } from '@hub/contract';
import { Fault, maskIdentityIn, NOBODY, NotFound, withOffset, type Instant } from '@hub/domain';
import type { ChannelSettings, Settings } from '@hub/settings';
import { Allow } from '../http/allow';
import { SETTINGS, TRY_CHANNEL } from '../settings.token';

/** Opens a channel as the settings describe it, and tells how that went; nothing is registered. */
export type TryChannel = (
  spec: ChannelSettings,
) => Promise<{ readonly ok: boolean; readonly lines: readonly string[]; readonly holdMs: number }>;

export function tooSoon(notBefore: Instant): Fault {
  const at = withOffset(notBefore).slice(11, 19);
  return new Fault('limited', 'too-soon', `对方刚拒绝过登录，${at} 以后才能再试。`, '到时候系统会自己再试，不用守着。');
}

/** Channels asked to show themselves, now. */
@Controller('api/v1/channels')
export class ChannelTrialsController {
  constructor(
    private readonly states: ChannelLogService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(TRY_CHANNEL) private readonly tryChannel: TryChannel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':name/probe')
  @HttpCode(200)
  @Allow('channels.retry')
  async probe(@Param('name') name: string): Promise<ChannelTrialView> {
    const spec = this.settings.channels.find((channel) => channel.name === name);
    if (!spec) throw new NotFound('没有这个渠道。');
    const holdMs = await this.states.holdMs(name);
    if (holdMs) throw tooSoon(new Date(this.clock().getTime() + holdMs).toISOString());
    const trial = await this.tryChannel(spec);
    await this.states.tried(name, trial.holdMs);
    return { ok: trial.ok, lines: trial.lines.map((line) => maskIdentityIn(line, NOBODY)) };
  }
}
