import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiQuery as Documented, ApiTags } from '@nestjs/swagger';
import { ApiDoorService, OFFICE } from '@hub/casework';
import { Fault, isService, OPEN311_ATTRIBUTES, OPEN311_SERVICES, shortDate, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { Allow } from '../http/allow';
import { PublicPace } from '../http/public-pace';
import { idempotencyKey } from '../interfaces/idempotency-key';
import { answer } from './answer';
import type { Given } from './fields';
import { Open311Filter } from './open311.filter';
import { Open311Reader } from './open311.reader';
import { postedRequest } from './submission';

/** Changed with every change of what is offered here. */
const CHANGESET = '2026-11-24T00:00:00+08:00';
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';

/** Open311 GeoReport v2: the topics as services; each system hands in and reads what is its own. */
@ApiTags('Open311 GeoReport v2')
@Documented({ name: 'jurisdiction_id', required: false })
@Allow('public')
@UseFilters(Open311Filter)
@UseGuards(PublicPace)
@Controller('open311/v2')
export class Open311Controller {
  constructor(
    private readonly reader: Open311Reader,
    private readonly door: ApiDoorService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  @Get(['discovery', 'discovery.json', 'discovery.xml'])
  discovery(@Req() request: Request, @Res() response: Response): void {
    const { bureau, phone, publicUrl } = this.office;
    const endpoint = {
      specification: SPECIFICATION,
      url: `${publicUrl}/open311/v2`,
      changeset: CHANGESET,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    };
    answer(request, response, 'discovery', {
      changeset: CHANGESET,
      contact: `${bureau}，${phone}`,
      key_service: `请与${bureau}联系，由系统管理员发给。`,
      endpoints: [endpoint],
    });
  }

  @Get(['services', 'services.json', 'services.xml'])
  services(@Query() given: Given, @Req() request: Request, @Res() response: Response): void {
    this.reader.checkJurisdiction(given);
    answer(request, response, 'services', OPEN311_SERVICES);
  }

  @Get('services/:code')
  definition(@Param('code') code: string, @Query() given: Given, @Req() request: Request, @Res() response: Response): void {
    this.reader.checkJurisdiction(given);
    const service = plainId(code);
    if (!isService(service)) throw new Fault('missing', 'service', `没有“${service}”这种服务。`, '可用的见 services。');
    answer(request, response, 'service_definition', { service_code: service, attributes: OPEN311_ATTRIBUTES });
  }

  @Get(['requests', 'requests.json', 'requests.xml'])
  @Documented({ name: 'api_key', required: false })
  async requests(@Query() given: Given, @Req() request: Request, @Res() response: Response): Promise<void> {
    this.reader.checkJurisdiction(given);
    answer(request, response, 'service_requests', await this.reader.list(given));
  }

  @Get('requests/:id')
  @Documented({ name: 'api_key', required: false })
  async request(
    @Param('id') id: string,
    @Query() given: Given,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.reader.checkJurisdiction(given);
    answer(request, response, 'service_requests', [await this.reader.one(given, plainId(id))]);
  }

  /** The number is given at once, and so it is its own token. */
  @Get('tokens/:id')
  @Documented({ name: 'api_key', required: false })
  async token(@Param('id') id: string, @Query() given: Given, @Req() request: Request, @Res() response: Response): Promise<void> {
    this.reader.checkJurisdiction(given);
    const { service_request_id } = await this.reader.one(given, plainId(id));
    answer(request, response, 'service_requests', [{ service_request_id, token: service_request_id }]);
  }

  @Post(['requests', 'requests.json', 'requests.xml'])
  async submit(
    @Body() body: Given | undefined,
    @Query() query: Given,
    @Headers('idempotency-key') header: string | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const given = { ...query, ...body };
    this.reader.checkJurisdiction(given);
    const caller = await this.reader.submitter(given);
    const { form, service, accountId } = postedRequest(given);
    const { registered } = await this.door.submit(caller, form, { files: [], key: idempotencyKey(header), service });
    const { number, queryCode, receivedOn, due } = registered;
    const notice = `已登记，我们将在${shortDate(due.reply, receivedOn)}前答复。${queryCode && `查询码 ${queryCode}，只显示这一次，请转告市民。`}`;
    answer(request, response, 'service_requests', [
      { service_request_id: number, service_notice: notice, account_id: accountId || null },
    ]);
  }
}

/** Without the ending that names the format. */
const plainId = (id: string): string => id.replace(/\.(?:json|xml)$/, '');
