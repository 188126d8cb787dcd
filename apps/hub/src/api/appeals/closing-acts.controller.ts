import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ClosingService, TransferService } from '@hub/casework';
import type { AppealView } from '@hub/contract';
import type { Staff } from '@hub/domain';
import { Allow, Person } from '../http/allow';
import { wanted } from '../http/validation';
import { ClosingDto, TextDto, TransferDto } from './acts.dto';
import { AppealsController } from './appeals.controller';

/** Transfers, and the end of an appeal. */
@Controller('api/v1/appeals/:number')
@Allow('appeal.act')
export class ClosingActsController {
  constructor(
    private readonly transfers: TransferService,
    private readonly closing: ClosingService,
    private readonly shown: AppealsController,
  ) {}

  @Post('transfer')
  @HttpCode(200)
  async transfer(@Param('number') number: string, @Body() body: TransferDto, @Person() by: Staff): Promise<AppealView> {
    const { version } = body;
    const outcome = body.outcome ?? 'out';
    if (outcome === 'out') {
      const departmentId = wanted(body, 'departmentId', '请选外单位');
      const summary = wanted(body, 'summary', '请写事由摘要，不含反映人身份');
      await this.transfers.out(number, { departmentId, summary, reason: wanted(body, 'reason', '请写转交理由') }, by, version);
    } else if (outcome === 'answer')
      await this.transfers.answered(number, wanted(body, 'answer', '请写外单位的答复'), by, version);
    else await this.transfers.takeBack(number, wanted(body, 'reason', '请写收回的理由'), by, version);
    return this.shown.show(number, by);
  }

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
