import { Body, Controller, Get, Headers, Param, Post, Res, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiHeader, getSchemaPath } from '@nestjs/swagger';
import { ApiDoorService, HandedIn, registeredOf, uploadsOf, type Uploaded } from '@hub/casework';
import type { HandedInView, IntakeView } from '@hub/contract';
import { Fault, type ApiCaller } from '@hub/domain';
import { ApiQuery } from '@hub/persistence';
import type { Response } from 'express';
import { ClearAway } from '../http/clear-away';
import { Caller, ForToken } from '../http/for-token';
import { idempotencyKey } from './idempotency-key';
import { formOf, IntakeDto, IntakeFormDto } from './intake.dto';
import { handedInView, intakeView } from './intake.view';

/** Another system hands in what citizens told it, and asks after it. */
@Controller('api/v1/intake')
export class IntakeController {
  constructor(
    private readonly door: ApiDoorService,
    private readonly handedIn: HandedIn,
    private readonly api: ApiQuery,
  ) {}

  @Post()
  @ForToken('intake')
  @UseInterceptors(ClearAway, FilesInterceptor('files'))
  @ApiHeader({ name: 'Idempotency-Key', description: 'required where the body has no outsideNumber' })
  @ApiConsumes('application/json', 'multipart/form-data')
  @ApiExtraModels(IntakeFormDto)
  @ApiBody({ schema: { $ref: getSchemaPath(IntakeFormDto) } })
  async submit(
    @Body() body: IntakeDto,
    @UploadedFiles() uploaded: readonly Uploaded[] | undefined,
    @Headers('idempotency-key') header: string | undefined,
    @Caller() caller: ApiCaller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<IntakeView> {
    const key = idempotencyKey(header);
    if (key === null && !body.outsideNumber?.trim())
      throw new Fault(
        'invalid',
        'idempotency-key',
        '没有带 Idempotency-Key。',
        '请加这个请求头（每件一个新的 UUID，重发时不变），或写 outsideNumber。',
      );
    const files = uploadsOf(uploaded ?? []);
    const { registered, again } = await this.door.submit(caller, formOf(body), { files, key });
    response.location(`/api/v1/intake/${registered.number}`);
    if (again) response.set('Idempotent-Replayed', 'true');
    return intakeView(registered, body.outsideNumber?.trim() || null);
  }

  @Get(':number')
  @ForToken('read-own')
  async show(@Param('number') number: string, @Caller() caller: ApiCaller): Promise<HandedInView> {
    const { appeal } = await this.handedIn.own(number, caller);
    // Of what is guarded nothing leaves but how it stands.
    const replies = appeal.guard ? [] : await this.api.repliesTo(appeal.id);
    return handedInView(registeredOf(appeal, ''), appeal, replies);
  }
}
