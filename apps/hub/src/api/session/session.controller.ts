import { Body, Controller, Delete, Get, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import { OFFICE, SignInService } from '@hub/casework';
import type { SessionView } from '@hub/contract';
import { ROLE_PERMISSIONS, ROLE_WORDS, unitName, type Office, type Staff } from '@hub/domain';
import type { Settings } from '@hub/settings';
import type { CookieOptions, Request, Response } from 'express';
import { Allow, Person, SESSION_COOKIE, sessionToken } from '../http/allow';
import { Text } from '../http/validation';
import { SETTINGS } from '../settings.token';

export class SignInDto {
  @Text(1, 60)
  account: string;

  @Text(1, 200)
  password: string;
}

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignInService,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @Allow('public')
  async create(
    @Body() { account, password }: SignInDto,
    @Ip() from: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { token, user, expiresAt } = await this.signIn.signIn(account, password, this.settings.sessionHours, from);
    response.cookie(SESSION_COOKIE, token, { ...this.cookie(), expires: expiresAt });
    return this.view(user);
  }

  @Get()
  @Allow('session')
  show(@Person() staff: Staff): SessionView {
    return this.view(staff);
  }

  @Delete()
  @HttpCode(204)
  @Allow('public')
  async remove(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.signOut(sessionToken(request));
    response.clearCookie(SESSION_COOKIE, this.cookie());
  }

  private cookie(): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', path: '/', secure: this.settings.publicUrl.startsWith('https:') };
  }

  private view(staff: Staff & { account?: string }): SessionView {
    const { role, unitId, name } = staff;
    const permissions = ROLE_PERMISSIONS[role];
    return {
      account: staff.account ?? '',
      name,
      role,
      roleName: ROLE_WORDS[role],
      unitId,
      unit: unitName(this.office, unitId),
      permissions,
    };
  }
}
