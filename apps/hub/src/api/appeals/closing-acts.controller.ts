import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ClosingService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { ClosingDto, TextDto } from './acts.dto';
import { AppealsController } from './appeals.controller';

/** The end of an appeal. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class ClosingActsController {
  constructor(
    private readonly closing: ClosingService,
    private readonly shown: AppealsController,
  ) {}

  @Post('closing')
  @HttpCode(200)
  async close(
    @Param('number') number: string,
    @Body() { version, ...body }: ClosingDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.closing.close(number, body, by, version);
    return this.shown.show(number, by);
  }

  @Post('notes')
  @HttpCode(200)
  async note(@Param('number') number: string, @Body() { version, text }: TextDto, @Person() by: Staff): Promise<AppealView> {
    await this.closing.note(number, text, by, version);
    return this.shown.show(number, by);
  }
}
