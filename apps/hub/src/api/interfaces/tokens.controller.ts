import { Body, Controller, Get, HttpCode, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTokenService, CLOCK, type Clock } from '@hub/casework';
import type { ApiTokenView, NewTokenView } from '@hub/contract';
import {
  instant,
  TOKEN_PER_MINUTE,
  TOKEN_SCOPES,
  TOKEN_STATE_WORDS,
  tokenState,
  withOffset,
  type Instant,
  type Staff,
  type TokenScope,
} from '@hub/domain';
import { ApiQuery, type ApiTokenEntity } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { ManyOf, OptionalMoment, OptionalWhole, Text } from '../http/validation';

export class TokenDto {
  @Text(1, 58)
  name: string;

  /** The door in full, under which what it hands in stands in the queue. */
  @Text(1, 58)
  source: string;

  @ManyOf(TOKEN_SCOPES)
  scopes: TokenScope[];

  @OptionalWhole(TOKEN_PER_MINUTE.least, TOKEN_PER_MINUTE.most)
  perMinute?: number;

  @OptionalMoment()
  expiresAt?: string;
}

/** Tokens of other systems. */
@Controller('api/v1/api-tokens')
export class TokensController {
  constructor(
    private readonly api: ApiQuery,
    private readonly tokens: ApiTokenService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('interfaces.read')
  async list(): Promise<ApiTokenView[]> {
    const now = instant(this.clock());
    return (await this.api.tokens()).map((token) => tokenView(token, now));
  }

  @Post()
  @Allow('interfaces.manage')
  add(@Body() { perMinute, expiresAt, ...form }: TokenDto, @Person() by: Staff): Promise<NewTokenView> {
    const whole = {
      ...form,
      perMinute: perMinute ?? TOKEN_PER_MINUTE.usual,
      expiresAt: expiresAt ? instant(new Date(expiresAt)) : null,
    };
    return this.tokens.add(whole, by);
  }

  @Post(':id/renewal')
  @HttpCode(200)
  @Allow('interfaces.manage')
  renew(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<NewTokenView> {
    return this.tokens.renew(id, by);
  }

  @Post(':id/revocation')
  @HttpCode(204)
  @Allow('interfaces.manage')
  revoke(@Param('id', ParseIntPipe) id: number, @Person() by: Staff): Promise<void> {
    return this.tokens.revoke(id, by);
  }
}

function tokenView(token: ApiTokenEntity, now: Instant): ApiTokenView {
  const state = tokenState(token, now);
  return {
    id: token.id,
    name: token.name,
    ending: token.ending,
    scopes: TOKEN_SCOPES.filter((scope) => token.scopes.split(' ').includes(scope)),
    source: token.source,
    perMinute: token.perMinute,
    state,
    stateName: TOKEN_STATE_WORDS[state],
    expiresAt: token.expiresAt && withOffset(token.expiresAt),
    lastUsedAt: token.lastUsedAt && withOffset(token.lastUsedAt),
    createdBy: token.createdBy,
    createdAt: withOffset(token.createdAt),
  };
}
