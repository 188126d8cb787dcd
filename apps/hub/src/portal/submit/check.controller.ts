import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { CLOCK, type Clock, type OpenDraft } from '@hub/casework';
import { dayOf, NEW_SUBMISSION, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { Beside } from './beside';
import { checkPage, type CheckProps } from './CheckPage';
import { DraftDesk } from './draft-desk';
import { draftFaults, type StepFault } from './draft-faults';
import { ElsewhereFilter } from './elsewhere';
import { Handover } from './handover';
import { stepPath } from './steps';

/** The answers once more, and the button that hands them in. */
@Public()
@UseFilters(TroubleFilter, ElsewhereFilter)
@Controller('submit/:key/check')
export class CheckController {
  constructor(
    private readonly desk: DraftDesk,
    private readonly handover: Handover,
    private readonly beside: Beside,
    @Inject('OFFICE') private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer(request, response, await this.desk.open(request));
  }

  @Post()
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const draft = await this.desk.open(request);
    if (keepLetters(request, response)) return response.redirect(303, stepPath(draft.key, 'check'));
    const faults: StepFault[] = this.faultsOf(draft);
    if (readField(request.body, 'website'))
      faults.push({ field: 'send', words: '有一栏应当空着，却填了内容。已经替您清空，请再按一次“确认并提交”' });
    if (faults.length) return this.answer(request, response, draft, { faults });
    const keys = this.desk.keysOf(request)!;
    const refused = await this.handover.press(keys, draft, request.ip ?? '', readField(request.body, 'answer'));
    if (refused) return this.answer(request, response, draft, refused);
    const more = readField(request.body, 'act') === 'more' ? await this.another(request, response, draft) : '';
    response.redirect(303, stepPath(draft.key, 'done') + more);
  }

  /** The contact goes over to the next one, so that nobody types it twice. */
  private async another(request: Request, response: Response, { submission }: OpenDraft): Promise<string> {
    const next = await this.desk.begin(request, response, { ...NEW_SUBMISSION, contact: submission.contact });
    return `?next=${next.key}`;
  }

  private faultsOf({ key, submission }: OpenDraft): StepFault[] {
    return draftFaults(key, submission, { streets: this.office.streets, today: dayOf(this.clock()) });
  }

  private async answer(request: Request, response: Response, draft: OpenDraft, about: Partial<CheckProps> = {}): Promise<void> {
    const beside = await this.beside.of(draft.submission);
    sendPage(request, response, this.office, checkPage({ office: this.office, draft, faults: [], beside, ...about }));
  }
}
