import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { MailAddressService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { Text } from '../http/validation';
import { ActDto } from './acts.dto';
import { AppealsController } from './appeals.controller';

export class MailAddressDto extends ActDto {
  @Text(3, 254)
  email: string;
}

/** Where mail to the citizen came back. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class MailActsController {
  constructor(
    private readonly addresses: MailAddressService,
    private readonly shown: AppealsController,
  ) {}

  @Post('mail-address')
  @HttpCode(200)
  async correct(
    @Param('number') number: string,
    @Body() { version, email }: MailAddressDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.addresses.correct(number, email, by, version);
    return this.shown.show(number, by);
  }
}
