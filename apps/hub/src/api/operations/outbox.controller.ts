import { Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { CLOCK, OutboxService, type Clock } from '@hub/casework';
import type { OutboxStateView, OutboxView, SiteReplyView } from '@hub/contract';
import {
  instant,
  LETTER_RULES,
  LETTER_STATE_WORDS,
  maskEmail,
  maskIdentityIn,
  NOBODY,
  SHOWN_LETTER_STATES,
  shownLetterState,
  SITE_REPLY_STATE_WORDS,
  withOffset,
  type ShownLetterState,
  type Staff,
} from '@hub/domain';
import { AppealQuery, OperationsQuery, type AppealEntity, type OutboxLetterEntity, type SiteReplyEntity } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { OptionalOneOf } from '../http/validation';
import { knowsOf } from './knows-of';

const LIST = 500;

export class OutboxQueryDto {
  @OptionalOneOf(SHOWN_LETTER_STATES)
  state?: ShownLetterState;
}

/** Letters owed and sent. */
@Controller('api/v1/outbox')
export class OutboxController {
  constructor(
    private readonly operations: OperationsQuery,
    private readonly appeals: AppealQuery,
    private readonly outbox: OutboxService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('outbox.read')
  async list(@Query() { state }: OutboxQueryDto, @Person() staff: Staff): Promise<OutboxView[]> {
    const letters = await this.operations.letters(state ? [state] : SHOWN_LETTER_STATES, LIST);
    const { keeper, shown, numberOf } = await this.known(letters, staff);
    return shown.map((letter) => letterView(letter, numberOf(letter), keeper));
  }

  @Get('site-replies')
  @Allow('outbox.read')
  async siteReplies(@Query() { state }: OutboxQueryDto, @Person() staff: Staff): Promise<SiteReplyView[]> {
    const replies = await this.operations.siteReplies(state ? [state] : SHOWN_LETTER_STATES, LIST);
    const { keeper, shown, numberOf } = await this.known(replies, staff);
    return shown.map((reply) => siteReplyView(reply, numberOf(reply), keeper));
  }

  @Get('state')
  @Allow('outbox.read')
  async state(): Promise<OutboxStateView> {
    const trouble = await this.operations.mailServerTrouble(instant(this.clock()));
    return { server: trouble && { error: maskIdentityIn(trouble.error, NOBODY), until: withOffset(trouble.until) } };
  }

  @Post(':id/retry')
  @HttpCode(204)
  @Allow('outbox.retry')
  retry(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    return this.outbox.retry(id, by);
  }

  @Post('site-replies/:id/retry')
  @HttpCode(204)
  @Allow('outbox.retry')
  retrySiteReply(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    return this.outbox.retrySiteReply(id, by);
  }

  @Post(':id/domain-retry')
  @HttpCode(200)
  @Allow('outbox.retry')
  async retryDomain(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<{ retried: number }> {
    return { retried: await this.outbox.retryDomain(id, by) };
  }

  /** An administrator sees that things go out, not about what. */
  private async known<T extends { readonly appealId: number | null }>(owed: readonly T[], staff: Staff) {
    const appeals: ReadonlyMap<number, AppealEntity> = await this.appeals.seen(owed.flatMap(({ appealId }) => appealId ?? []));
    const keeper = staff.role === 'administrator';
    const shown = owed.filter(({ appealId }) => keeper || knowsOf(staff, appeals, appealId));
    const numberOf = ({ appealId }: T) => (keeper ? null : (appeals.get(appealId ?? 0)?.number ?? null));
    return { keeper, shown, numberOf };
  }
}

function letterView(letter: OutboxLetterEntity & { to: string }, appeal: string | null, keeper: boolean): OutboxView {
  const state = shownLetterState(letter);
  const kindName = LETTER_RULES[letter.kind].name;
  return {
    id: letter.id,
    kind: letter.kind,
    kindName,
    appeal,
    to: maskEmail(letter.to),
    subject: keeper ? kindName : maskIdentityIn(letter.subject, NOBODY),
    state,
    stateName: LETTER_STATE_WORDS[state],
    retriable: letter.state === 'dead' || letter.state === 'bounced' || (letter.state === 'pending' && letter.doubts > 0),
    attempts: letter.attempts,
    nextAt: letter.state === 'pending' ? withOffset(letter.nextAt) : null,
    lastError: letter.lastError && maskIdentityIn(letter.lastError, NOBODY),
    createdAt: withOffset(letter.createdAt),
    sentAt: letter.sentAt && withOffset(letter.sentAt),
  };
}

function siteReplyView(reply: SiteReplyEntity, appeal: string | null, keeper: boolean): SiteReplyView {
  const state = shownLetterState(reply);
  return {
    id: reply.id,
    appeal,
    site: reply.source,
    url: keeper ? null : reply.url,
    state,
    stateName: SITE_REPLY_STATE_WORDS[state],
    retriable: reply.state === 'dead' || (reply.state === 'pending' && reply.attempts > 0),
    attempts: reply.attempts,
    nextAt: reply.state === 'pending' ? withOffset(reply.nextAt) : null,
    lastError: reply.lastError && maskIdentityIn(reply.lastError, NOBODY),
    createdAt: withOffset(reply.createdAt),
    sentAt: reply.sentAt && withOffset(reply.sentAt),
  };
}
