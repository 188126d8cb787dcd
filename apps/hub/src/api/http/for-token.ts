import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth } from '@nestjs/swagger';
import { ApiAccess } from '@hub/casework';
import { Fault, type ApiCaller, type TokenScope } from '@hub/domain';
import type { Request, Response } from 'express';
import { Allow } from './allow';

interface Called extends Request {
  caller?: ApiCaller;
}

/** RFC 6750 section 2.1. */
const bearerOf = (request: Request): string | null =>
  /^Bearer +([\w.~+/=-]+) *$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;

/** Stands before the routes of other systems. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: ApiAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Called>();
    const scope = this.reflector.get<TokenScope>('scope', context.getHandler());
    try {
      request.caller = await this.access.enter(bearerOf(request), scope);
    } catch (error) {
      if (error instanceof Fault && error.kind === 'unauthenticated')
        http.getResponse<Response>().set('WWW-Authenticate', 'Bearer');
      throw error;
    }
    return true;
  }
}

/** A route for other systems whose token may do this. */
export const ForToken = (scope: TokenScope) =>
  applyDecorators(Allow('public'), SetMetadata('scope', scope), UseGuards(TokenGuard), ApiBearerAuth('token'));

/** The system behind the request. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): ApiCaller => {
  const { caller } = context.switchToHttp().getRequest<Called>();
  if (!caller) throw new Fault('unauthenticated', 'token-missing', '没有带令牌。');
  return caller;
});
