import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { SourceService } from '@hub/casework';
import type { SourceView } from '@hub/contract';
import { CHANNEL_WORDS, type Staff } from '@hub/domain';
import { SourceQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { NewSourceDto, SourceChangeDto } from './sources.dto';

/** The list of sources (来源). */
@Controller('api/v1/sources')
export class SourcesController {
  constructor(
    private readonly service: SourceService,
    private readonly sources: SourceQuery,
  ) {}

  @Get()
  @Allow('session')
  async list(): Promise<SourceView[]> {
    const sources = await this.sources.all();
    return sources.map(({ id, name, channel, confidential, active, note, version }) => ({
      id,
      name,
      channel,
      channelName: CHANNEL_WORDS[channel],
      confidential,
      active,
      note,
      version,
    }));
  }

  @Post()
  @Allow('sources.write')
  async add(@Body() { name, ...form }: NewSourceDto, @Person() by: Staff): Promise<SourceView[]> {
    await this.service.add(name, form, by);
    return this.list();
  }

  @Post(':id')
  @HttpCode(200)
  @Allow('sources.write')
  async change(
    @Param('id', ParseIntPipe) id: number,
    @Body() { version, ...form }: SourceChangeDto,
    @Person() by: Staff,
  ): Promise<SourceView[]> {
    await this.service.change(id, version, form, by);
    return this.list();
  }
}
