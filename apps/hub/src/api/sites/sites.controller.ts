import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { SiteService } from '@hub/casework';
import type { AppealView, SiteRef, SiteView, SourceControlTaskView } from '@hub/contract';
import { Fault, type Staff } from '@hub/domain';
import { FileStore } from '@hub/persistence';
import { AppealsController } from '../appeals/appeals.controller';
import { Allow, Person } from '../http/allow';
import { CompletionDto, MeasureDto, ProofDto, SiteChoiceDto, SitesQueryDto, TasksQueryDto } from './sites.dto';
import { SitesReader } from './sites.reader';

/** Which site an appeal is about. */
@Controller('api/v1/appeals/:number/site')
export class AppealSiteController {
  constructor(
    private readonly sites: SiteService,
    private readonly shown: AppealsController,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('appeal.act')
  async link(
    @Param('number') number: string,
    @Body() { version, ...body }: SiteChoiceDto,
    @Person() by: Staff,
  ): Promise<AppealView> {
    await this.sites.link(number, body, by, version);
    return this.shown.show(number, by);
  }
}

/** Sites (被反映对象) with their history and measures. */
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly sites: SiteService,
    private readonly reader: SitesReader,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Allow('appeal.read')
  list(@Query() { q = '', limit = 20 }: SitesQueryDto, @Person() staff: Staff): Promise<SiteRef[]> {
    return this.reader.list(q, limit, staff);
  }

  @Get(':id')
  @Allow('appeal.read')
  show(@Param('id', ParseIntPipe) id: number, @Person() staff: Staff): Promise<SiteView> {
    return this.reader.show(id, staff);
  }

  @Post(':id/measures')
  @Allow('appeal.act')
  async plan(@Param('id', ParseIntPipe) id: number, @Body() body: MeasureDto, @Person() by: Staff): Promise<SiteView> {
    await this.sites.plan(id, body, by);
    return this.reader.show(id, by);
  }

  @Post(':id/measures/:measureId/completion')
  @HttpCode(200)
  @Allow('appeal.act')
  async prove(
    @Param('id', ParseIntPipe) id: number,
    @Param('measureId', ParseIntPipe) measureId: number,
    @Body() body: ProofDto,
    @Person() by: Staff,
  ): Promise<SiteView> {
    await this.sites.prove(id, measureId, await withProof(this.files, body), by);
    return this.reader.show(id, by);
  }
}

/** Source control (源头治理): what the third complaint asks for. */
@Controller('api/v1/source-control-tasks')
export class SourceControlController {
  constructor(
    private readonly sites: SiteService,
    private readonly reader: SitesReader,
    private readonly files: FileStore,
  ) {}

  @Get()
  @Allow('appeal.read')
  list(@Query() { state = 'open' }: TasksQueryDto, @Person() staff: Staff): Promise<SourceControlTaskView[]> {
    return this.reader.tasks(state, staff);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Allow('appeal.act')
  async complete(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: CompletionDto,
    @Person() by: Staff,
  ): Promise<SourceControlTaskView> {
    await this.sites.complete(id, await withProof(this.files, body), by);
    return this.reader.task(id, by);
  }
}

/** A proof that names a file names one that is kept, whole. */
async function withProof<T extends ProofDto>(files: FileStore, body: T): Promise<T> {
  const { proofHash } = body;
  if (proofHash && (!/^[0-9a-f]{64}$/.test(proofHash) || (await files.inspect(proofHash))))
    throw new Fault('invalid', 'proof-missing', '没有这个证据文件。', '请先上传文件，再登记落实情况；也可以只写文字。');
  return body;
}
