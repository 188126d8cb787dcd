import { Controller, Get, Param } from '@nestjs/common';
import type { AppealPublications } from '@hub/contract';
import { NotFound, publicationBar, readAppealNumber, sees, type Staff } from '@hub/domain';
import { AppealQuery, PublicationQuery } from '@hub/persistence';
import { Allow, Person } from '../http/allow';
import { publicationLine } from './publications.view';

/** What there is of an appeal for everybody. */
@Controller('api/v1/appeals/:number/publications')
export class AppealPublicationsController {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly publications: PublicationQuery,
  ) {}

  @Get()
  @Allow('publication.read')
  async list(@Param('number') typed: string, @Person() staff: Staff): Promise<AppealPublications> {
    const appeal = await this.appeals.byNumber(readAppealNumber(typed) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    const rows = await this.publications.ofAppeal(appeal.id);
    return { bar: publicationBar(appeal), items: rows.map((publication) => publicationLine({ publication, appeal })) };
  }
}
