import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Fault, may, type Permission, type Staff } from '@hub/domain';
import { SignInService } from '@hub/casework';
import type { Request } from 'express';
import type { SignedIn } from './audited';

export const SESSION_COOKIE = 'yxt_session';

/** The permission that a route asks for, or `public`. A route that says neither is closed to everybody. */
export const Allow = (permission: Permission | 'public') => SetMetadata('allow', permission);

/** The person behind the request; only on routes that ask for a permission. */
export const Person = createParamDecorator((_: unknown, context: ExecutionContext): Staff => {
  const { staff } = context.switchToHttp().getRequest<SignedIn>();
  if (!staff) throw new Fault('unauthenticated', 'unauthenticated', '请先登录。');
  return staff;
});

export const sessionToken = (request: Request): string =>
  String((request.cookies as Record<string, string> | undefined)?.[SESSION_COOKIE] ?? '');

/** Stands before every route of the hub. */
@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignInService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const wanted = this.reflector.getAllAndOverride<Permission | 'public' | undefined>('allow', [
      context.getHandler(),
      context.getClass(),
    ]);
    if (wanted === 'public') return true;
    if (!wanted) throw new Fault('forbidden', 'forbidden', '这个地址没有开放。');
    const request = context.switchToHttp().getRequest<SignedIn>();
    const token = sessionToken(request);
    const staff = token ? await this.signIn.personOf(token) : null;
    if (!staff) throw new Fault('unauthenticated', 'unauthenticated', '还没有登录，或登录已过期。', '请重新登录，写的内容还在。');
    request.staff = staff;
    if (!may(staff, wanted)) throw new Fault('forbidden', 'forbidden', '您的角色不能做这一步。', '请找局办公室。');
    return true;
  }
}
