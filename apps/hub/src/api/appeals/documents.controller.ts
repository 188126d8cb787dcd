import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { DraftingService, IssuingService, NamedCopyService } from '@hub/casework';
import type { DocumentsView } from '@hub/contract';
import { DOCUMENT_KINDS, type DocumentKind, type Staff } from '@hub/domain';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject } from 'class-validator';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { Allow, Person } from '../http/allow';
import { sendFile } from '../http/send-file';
import { OneOf, OptionalText, OptionalWhole, Text } from '../http/validation';
import { DocumentReader } from './documents.reader';
import { fileNameOf } from './documents.view';

const BIGGEST = 2_000_000_000;

export class NewDocumentDto {
  @OneOf(DOCUMENT_KINDS)
  kind: DocumentKind;

  @OptionalWhole(1, BIGGEST)
  supersedes?: number;
}

class RevisionDto {
  @OptionalWhole(1, BIGGEST)
  revision?: number;
}

export class DocumentFieldsDto extends RevisionDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject({ message: '请写成 {"栏目": "文字"}' })
  fields: Record<string, unknown>;
}

export class IssueDto extends RevisionDto {}

export class VoidDto {
  @Text(1, 480)
  reason: string;
}

export class NamedCopyDto {
  @OptionalText(500)
  reason?: string;
}

/** Official papers of an appeal; each answer is the whole list as it now stands. */
@Controller('api/v1/appeals/:number/documents')
export class DocumentsController {
  constructor(
    private readonly drafting: DraftingService,
    private readonly issuing: IssuingService,
    private readonly copies: NamedCopyService,
    private readonly reader: DocumentReader,
  ) {}

  @Get()
  @Allow('appeal.read')
  list(@Param('number') number: string, @Person() staff: Staff): Promise<DocumentsView> {
    return this.reader.list(number, staff);
  }

  @Post()
  @Allow('appeal.act')
  async draw(@Param('number') number: string, @Body() body: NewDocumentDto, @Person() by: Staff): Promise<DocumentsView> {
    await this.drafting.draw(number, body, by);
    return this.reader.list(number, by);
  }

  @Post(':id/fields')
  @HttpCode(200)
  @Allow('appeal.act')
  async word(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Body() body: DocumentFieldsDto,
    @Person() by: Staff,
  ): Promise<DocumentsView> {
    await this.drafting.word(number, id, body, by);
    return this.reader.list(number, by);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Allow('appeal.act')
  async issue(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Body() { revision }: IssueDto,
    @Person() by: Staff,
  ): Promise<DocumentsView> {
    await this.issuing.issue(number, id, revision, by);
    return this.reader.list(number, by);
  }

  @Post(':id/void')
  @HttpCode(200)
  @Allow('appeal.act')
  async annul(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: VoidDto,
    @Person() by: Staff,
  ): Promise<DocumentsView> {
    await this.issuing.annul(number, id, reason, by);
    return this.reader.list(number, by);
  }

  @Get(':id/file')
  @Allow('appeal.read')
  async file(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Person() staff: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, name } = await this.reader.file(number, id, staff);
    sendFile(response, bytes, name);
  }

  /** The copy for the citizen himself, with his name; looking behind the mask is told in the history. */
  @Post(':id/named-copy')
  @HttpCode(200)
  @Allow('identity.read')
  async named(
    @Param('number') number: string,
    @Param('id', ParseIntPipe) id: number,
    @Body() { reason }: NamedCopyDto,
    @Person() by: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, appeal, paper } = await this.copies.make(number, id, reason, by);
    sendFile(response, Readable.from([bytes]), fileNameOf(appeal, paper));
  }
}
