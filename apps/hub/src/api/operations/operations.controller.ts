import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { AuditService, QuarantineService, type Resolution } from '@hub/casework';
import type { ChannelView, QuarantineView } from '@hub/contract';
import { maskIdentityIn, NOBODY, NotFound, withOffset, type ChannelName, type Staff } from '@hub/domain';
import { AppealQuery, FileStore, OperationsQuery } from '@hub/persistence';
import type { ChannelSettings, Settings } from '@hub/settings';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { InvalidBody, OneOf, OptionalText } from '../http/validation';
import { SETTINGS } from '../settings.token';
import { knowsOf } from './knows-of';

const CHANNEL_OF: Record<ChannelSettings['type'], ChannelName> = {
  mailbox: 'mailbox',
  'mail-folder': 'mailbox',
  'hotline-folder': 'hotline',
  site: 'site',
};
const STATE_WORDS = { idle: '还没有收过', ok: '正常', resting: '出错，稍后再试' } as const;
const LIST = 500;

/** How the doors fare. */
@Controller('api/v1/channels')
export class ChannelsController {
  constructor(
    private readonly operations: OperationsQuery,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('channels.read')
  async list(): Promise<ChannelView[]> {
    const states = new Map((await this.operations.channelStates()).map((state) => [state.name, state]));
    const time = (at: string | null | undefined) => (at ? withOffset(at) : null);
    return this.settings.channels.map(({ name, type, source }) => {
      const known = states.get(name);
      const state = known?.failures ? 'resting' : known?.lastOkAt ? 'ok' : 'idle';
      return {
        name,
        channel: CHANNEL_OF[type],
        source,
        state,
        stateName: STATE_WORDS[state],
        lastOkAt: time(known?.lastOkAt),
        lastError: known?.failures && known.lastError ? maskIdentityIn(known.lastError, NOBODY) : null,
        lastErrorAt: time(known?.lastErrorAt),
        restUntil: known?.failures ? time(known.restUntil) : null,
        taken: known?.taken ?? 0,
      };
    });
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
  async list(@Person() staff: Staff): Promise<QuarantineView[]> {
    const items = await this.operations.waitingItems(LIST);
    const appeals = await this.appeals.seen(items.flatMap(({ appealId }) => appealId ?? []));
    const shown = items.filter(({ appealId }) => knowsOf(staff, appeals, appealId));
    return shown.map((item) => ({
      id: item.id,
      channel: item.channel,
      source: item.source,
      sourceKey: maskIdentityIn(item.sourceKey, NOBODY),
      reason: maskIdentityIn(item.reason ?? '', NOBODY),
      arrivedAt: withOffset(item.arrivedAt),
      state: item.state === 'held' ? 'held' : 'quarantined',
      appeal: appeals.get(item.appealId ?? 0)?.number ?? null,
      original: `/api/v1/quarantine/${item.id}/original`,
    }));
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
