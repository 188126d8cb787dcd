import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { MatterRiskService } from '@hub/casework';
import type { MatterView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { OmitType } from '@nestjs/swagger';
import { Allow, Person } from '../http/allow';
import { RiskDto } from '../risk/risk.dto';
import { MattersReader } from './matters.reader';

export class MatterRiskDto extends OmitType(RiskDto, ['version']) {}

/** The risk of a matter: assessed once for all its appeals, signed once. What the body leaves out is filled from the facts. */
@Controller('api/v1/matters/:number/risk')
@Allow('appeal.act')
export class MatterRiskController {
  constructor(
    private readonly risks: MatterRiskService,
    private readonly reader: MattersReader,
  ) {}

  @Post()
  @HttpCode(200)
  async risk(
    @Param('number') number: string,
    @Body() { decision, measures = '', remark = '', ...given }: MatterRiskDto,
    @Person() by: Staff,
  ): Promise<MatterView> {
    if (decision === 'sign') await this.risks.sign(number, remark, by);
    else await this.risks.assess(number, { ...(await this.reader.guess(number, by)), ...given, measures }, by);
    return this.reader.show(number, by);
  }
}
