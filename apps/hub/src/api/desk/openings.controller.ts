import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Req } from '@nestjs/common';
import { BoxOpeningService, SignInService } from '@hub/casework';
import type { BoxOpeningView } from '@hub/contract';
import { Fault, type Staff } from '@hub/domain';
import type { Request } from 'express';
import { Allow, Person } from '../http/allow';
import { BoxOpeningDto, SignatureDto } from './desk.dto';
import { OpeningsReader } from './openings.reader';

/** 开箱记录: who opened which box, with whom, and what came of it. */
@Controller('api/v1/desk/openings')
export class OpeningsController {
  constructor(
    private readonly openings: BoxOpeningService,
    private readonly reader: OpeningsReader,
    private readonly signIn: SignInService,
  ) {}

  @Get()
  @Allow('session')
  list(@Person() staff: Staff): Promise<BoxOpeningView[]> {
    return this.reader.list(staff);
  }

  @Post()
  @Allow('appeal.register')
  async write(@Body() body: BoxOpeningDto, @Person() by: Staff): Promise<BoxOpeningView[]> {
    await this.openings.write(body, by);
    return this.reader.list(by);
  }

  /** By the second one in his own session, or by his account and password at the first one's screen. */
  @Post(':id/signature')
  @HttpCode(200)
  @Allow('session')
  async sign(
    @Param('id', ParseIntPipe) id: number,
    @Body() { account, password }: SignatureDto,
    @Person() by: Staff,
    @Req() request: Request,
  ): Promise<BoxOpeningView[]> {
    const second = account === undefined ? by : await this.proved(account, password ?? '', request.ip ?? '');
    await this.openings.sign(id, second);
    return this.reader.list(by);
  }

  /** A wrong password of the second one says nothing about the session of the first. */
  private proved(account: string, password: string, from: string): Promise<Staff> {
    return this.signIn.prove(account, password, from).catch((error: unknown) => {
      if (error instanceof Fault && error.kind === 'unauthenticated')
        throw new Fault('forbidden', 'second-sign-in', error.message, error.hint);
      throw error;
    });
  }
}
