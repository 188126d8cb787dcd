import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { CLOCK, OFFICE, type Clock } from '@hub/casework';
import type { LetterPreviewView, LetterTemplateView, TemplateView } from '@hub/contract';
import {
  dayOf,
  departmentName,
  fillReply,
  fillTemplate,
  fittingTemplates,
  LETTER_FIELDS,
  letterHtml,
  LETTER_KINDS,
  LETTER_RULES,
  NotFound,
  readAppealNumber,
  replyValues,
  sees,
  sampleLetter,
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

  /** The letters that the office words in config/letters, and which fields they may use. */
  @Get('letters')
  @Allow('outbox.read')
  letters(): LetterTemplateView[] {
    return LETTER_KINDS.map((kind) => ({
      name: kind,
      title: LETTER_RULES[kind].name,
      ...this.office.letters[kind],
      fields: LETTER_FIELDS,
    }));
  }

  @Get('letters/:name/preview')
  @Allow('outbox.read')
  preview(@Param('name') name: string): LetterPreviewView {
    const kind = LETTER_KINDS.find((one) => one === name);
    if (!kind) throw new NotFound('没有这封信。', '用 /api/v1/templates/letters 看全部。');
    const letter = fillTemplate(this.office.letters[kind], sampleLetter(this.office, dayOf(this.clock())));
    return { ...letter, html: letterHtml(letter, this.office) };
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
