import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import { AuditService, ChannelLogService, CLOCK, QuarantineService, type Clock, type Resolution } from '@hub/casework';
import type { AsideCountView, ChannelsStateView, ChannelView, QuarantineView } from '@hub/contract';
import {
  CHANNEL_HEALTH_WORDS,
  channelHealth,
  instant,
  maskIdentityIn,
  NOBODY,
  NotFound,
  withOffset,
  type ChannelName,
  type Staff,
} from '@hub/domain';
import { AppealQuery, FileStore, OperationsQuery } from '@hub/persistence';
import type { ChannelSettings, Settings } from '@hub/settings';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { InvalidBody, OneOf, OptionalOneOf, OptionalText } from '../http/validation';
import { SETTINGS } from '../settings.token';
import { tooSoon } from './channel-trials.controller';
import { hubState } from './hub-state';
import { knowsOf } from './knows-of';

const CHANNEL_OF: Record<ChannelSettings['type'], ChannelName> = {
  mailbox: 'mailbox',
  'mail-folder': 'mailbox',
  'hotline-folder': 'hotline',
  site: 'site',
};
const LIST = 500;

/** What is weaker than it should be, because the settings ask for it. */
function warningOf(spec: ChannelSettings): string | null {
  if (spec.type !== 'mailbox') return null;
  if (spec.tls === 'none') return '没有加密：密码和来信在网上能被看见';
  return spec.certificate === 'unverified' ? '没有核对证书：对方可能是冒充的' : null;
}

/** How the doors fare. */
@Controller('api/v1/channels')
export class ChannelsController {
  constructor(
    private readonly operations: OperationsQuery,
    private readonly states: ChannelLogService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('channels.read')
  async list(): Promise<ChannelView[]> {
    const states = new Map((await this.operations.channelStates()).map((state) => [state.name, state]));
    const time = (at: string | null | undefined) => (at ? withOffset(at) : null);
    const now = this.clock();
    const worked = await this.operations.isWorked();
    return this.settings.channels.map((spec) => {
      const { name, type, source, everySeconds } = spec;
      const known = states.get(name);
      const state = !worked ? 'stopped' : known ? channelHealth(known, now) : 'idle';
      const restUntil = known?.failures ? known.restUntil : null;
      const nextAt = restUntil ?? (known?.lastOkAt ? instant(Date.parse(known.lastOkAt) + everySeconds * 1000) : null);
      return {
        name,
        channel: CHANNEL_OF[type],
        source,
        state,
        stateName: CHANNEL_HEALTH_WORDS[state],
        lastOkAt: time(known?.lastOkAt),
        lastError: known?.failures && known.lastError ? maskIdentityIn(known.lastError, NOBODY) : null,
        lastErrorAt: time(known?.lastErrorAt),
        failingSince: time(known?.failingSince),
        warning: warningOf(spec),
        restUntil: time(restUntil),
        taken: known?.taken ?? 0,
        lastTakenAt: time(known?.lastTakenAt),
        listens: known?.failures ? null : (known?.listens ?? null),
        everySeconds,
        nextAt: worked ? time(nextAt) : null,
      };
    });
  }

  @Get('state')
  @Allow('channels.read')
  async state(): Promise<ChannelsStateView> {
    const { worked, acknowledgementsUntil } = await hubState(this.operations, this.settings.office, this.clock());
    return { worked, acknowledgementsUntil: acknowledgementsUntil && withOffset(acknowledgementsUntil) };
  }

  @Post(':name/retry')
  @HttpCode(204)
  @Allow('channels.retry')
  async retry(@Param('name') name: string): Promise<void> {
    if (!this.settings.channels.some((channel) => channel.name === name)) throw new NotFound('没有这个渠道。');
    const notBefore = await this.states.ask(name);
    if (notBefore) throw tooSoon(notBefore);
  }
}

export class ResolutionDto {
  @OneOf(['new', 'join', 'discard'])
  as: 'new' | 'join' | 'discard';

  @OptionalText(30)
  number?: string;

  @OptionalText(300)
  reason?: string;
}

export class QuarantineQueryDto {
  /** What the office's rules put aside, instead of what waits. */
  @OptionalOneOf(['waiting', 'aside'])
  state?: 'waiting' | 'aside';
}

/** What nobody could read, and what waits for a person to say where it belongs. */
@Controller('api/v1/quarantine')
export class QuarantineController {
  constructor(
    private readonly operations: OperationsQuery,
    private readonly appeals: AppealQuery,
    private readonly quarantine: QuarantineService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  @Get()
  @Allow('quarantine.read')
  async list(@Person() staff: Staff, @Query() { state }: QuarantineQueryDto): Promise<QuarantineView[]> {
    const items = await this.operations.waitingItems(LIST, state === 'aside');
    const appeals = await this.appeals.seen(items.flatMap(({ appealId }) => appealId ?? []));
    const shown = items.filter(({ appealId }) => knowsOf(staff, appeals, appealId));
    return shown.map((item) => ({
      id: item.id,
      channel: item.channel,
      source: item.source,
      sourceKey: maskIdentityIn(item.sourceKey, NOBODY),
      reason: maskIdentityIn(item.reason ?? '', NOBODY),
      glance: item.glance,
      arrivedAt: withOffset(item.arrivedAt),
      state: item.state === 'held' || item.state === 'aside' ? item.state : 'quarantined',
      appeal: appeals.get(item.appealId ?? 0)?.number ?? null,
      original: `/api/v1/quarantine/${item.id}/original`,
    }));
  }

  @Get('aside-count')
  @Allow('quarantine.read')
  async asideCount(): Promise<AsideCountView> {
    return { aside: await this.operations.asideCount() };
  }

  @Get(':id/original')
  @Allow('quarantine.read')
  async original(@Param('id', ParseIntPipe) id: number, @Person() staff: Staff, @Res() response: Response): Promise<void> {
    const item = await this.operations.item(id);
    const appeals = await this.appeals.seen(item?.appealId ? [item.appealId] : []);
    if (!item || !knowsOf(staff, appeals, item.appealId)) throw new NotFound('没有这一项。');
    await this.audit.record(staff, 'download', `quarantine ${id}`);
    sendFile(response, this.files.read(item.fileHash), item.fileName);
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @Allow('quarantine.decide')
  async resolve(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: ResolutionDto,
    @Person() by: Staff,
  ): Promise<{ outcome: string; number: string | null }> {
    const { outcome, number } = await this.quarantine.resolve(id, resolutionOf(body), by);
    return { outcome, number };
  }
}

function resolutionOf({ as, number, reason }: ResolutionDto): Resolution {
  if (as === 'new') return { as };
  if (as === 'join') {
    if (!number?.trim()) throw new InvalidBody([{ field: 'number', message: '请写要并入的编号' }]);
    return { as, number: number.trim().toUpperCase() };
  }
  if (!reason?.trim()) throw new InvalidBody([{ field: 'reason', message: '请写理由' }]);
  return { as, reason: reason.trim() };
}
