import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { GuardService, IdentityService } from '@hub/casework';
import type { AppealView, IdentityView } from '@hub/contract';
import { instant, NotFound, type Staff } from '@hub/domain';
import type { AppealEntity } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { AppealsController } from './appeals.controller';
import { ConfidentialityDto, IdentityDto, NamingDto, TargetDto } from './vault.dto';

/** Where the act took the appeal out of the actor's own sight, only that. */
type Shown = AppealView | { readonly number: string; readonly status: string };

/** Who may know of an appeal, and who stands behind it. */
@Controller('api/v1/appeals/:number')
export class VaultController {
  constructor(
    private readonly guard: GuardService,
    private readonly identities: IdentityService,
    private readonly appeals: AppealsController,
  ) {}

  @Post('confidentiality')
  @HttpCode(200)
  @Allow('appeal.guard')
  async confidentiality(
    @Param('number') number: string,
    @Body() { version, consent, ...body }: ConfidentialityDto,
    @Person() by: Staff,
  ): Promise<Shown> {
    const given = consent && { consent: { ...consent, at: instant(new Date(consent.at)) } };
    return this.shown(await this.guard.confidentiality(number, { ...body, ...given }, by, version), by);
  }

  @Post('target')
  @HttpCode(200)
  @Allow('appeal.guard')
  async target(@Param('number') number: string, @Body() { version, ...body }: TargetDto, @Person() by: Staff): Promise<Shown> {
    return this.shown(await this.guard.target(number, body, by, version), by);
  }

  @Post('naming')
  @HttpCode(200)
  @Allow('appeal.guard')
  async name(@Param('number') number: string, @Body() { version, ...body }: NamingDto, @Person() by: Staff): Promise<Shown> {
    return this.shown(await this.guard.naming(number, body, by, version), by);
  }

  @Post('identity')
  @HttpCode(200)
  @Allow('identity.read')
  async identity(@Param('number') number: string, @Body() { reason }: IdentityDto, @Person() by: Staff): Promise<IdentityView> {
    const { party, messages } = await this.identities.reveal(number, reason, by);
    const { name, phone, email, address, idNumber = '', representatives = [] } = party;
    return { name, phone, email, address, idNumber, representatives: [...representatives], messages };
  }

  private async shown({ number, status }: AppealEntity, by: Staff): Promise<Shown> {
    try {
      return await this.appeals.show(number, by);
    } catch (error) {
      if (error instanceof NotFound) return { number, status };
      throw error;
    }
  }
}
