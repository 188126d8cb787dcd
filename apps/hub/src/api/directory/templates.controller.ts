import { Controller, Get, Inject, Query } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { TemplateView } from '@hub/contract';
import {
  dayOf,
  departmentName,
  fillReply,
  fittingTemplates,
  NotFound,
  readAppealNumber,
  replyValues,
  sees,
  unitName,
  type Office,
  type ReplyFacts,
  type Staff,
} from '@hub/domain';
import { AppealQuery, type AppealFile } from '@hub/persistence';
import { QueueReader } from '../appeals/queue.reader';
import { Allow, Person } from '../http/allow';
import { OptionalText } from '../http/validation';

export class TemplatesQueryDto {
  @OptionalText(40)
  appeal?: string;
}

/** The office's beginnings for replies. */
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly queue: QueueReader,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('appeal.read')
  async list(@Query() { appeal: typed }: TemplatesQueryDto, @Person() staff: Staff): Promise<TemplateView[]> {
    const { templates } = this.office;
    if (typed === undefined) return templates.map(({ id, name, text }) => ({ id, name, text, missing: [] }));
    const appeal = await this.appeals.byNumber(readAppealNumber(typed) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    const values = replyValues(await this.facts(await this.appeals.whole(appeal)), this.office);
    return fittingTemplates(templates, appeal).map(({ id, name, text }) => ({ id, name, ...fillReply({ text }, values) }));
  }

  private async facts({ appeal, party, siteRecords, contacts, transfers }: AppealFile): Promise<ReplyFacts> {
    const { handlerId, unitId } = appeal;
    const names = await this.queue.handlerNames([handlerId]);
    const last = transfers.at(-1);
    return {
      appeal,
      name: party.name,
      unit: unitName(this.office, unitId) ?? '',
      handler: (handlerId !== null && names.get(handlerId)) || '',
      department: departmentName(this.office, last?.departmentId ?? appeal.departmentId) ?? '',
      today: dayOf(this.clock()),
      contactAt: contacts.find(({ outcome }) => outcome === 'reached')?.at ?? null,
      site: siteRecords.at(-1) ?? null,
      outsideAnswer: last?.answer ?? '',
    };
  }
}
