import { Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { CLOCK, WebPace, type Clock } from '@hub/casework';
import { dayOf, KINDS, NEW_SUBMISSION, NEW_THING, webForm, type Kind, type Office, type WebSubmission } from '@hub/domain';
import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { refusalOf } from '../trouble/refusal';
import { TroubleFilter } from '../trouble/trouble.filter';
import { againPage } from './AgainPage';
import { checkPage } from './CheckPage';
import { donePage } from './DonePage';
import { DraftDesk } from './draft-desk';
import { draftFaults, type StepFault } from './draft-faults';
import { Handover } from './handover';
import { receiptOf } from './receipt';
import { scopePage } from './ScopePage';
import { stepPath } from './steps';
import { wholeSubmission } from './whole';

/** The way into the form, and the form that comes whole from a page of one's own. */
@Public()
@UseFilters(TroubleFilter)
@Controller('submit')
export class SubmitController {
  constructor(
    private readonly handover: Handover,
    private readonly pace: WebPace,
    private readonly desk: DraftDesk,
    @Inject('OFFICE') private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Query('kind') kind: unknown,
    @Query('gone') gone: unknown,
  ): Promise<void> {
    const drafts = await this.desk.unfinished(request);
    const page = scopePage({ office: this.office, kind: kindOf(kind), drafts, gone: gone !== undefined });
    sendPage(request, response, this.office, page);
  }

  @Post()
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (readField(request.body, 'text') || readField(request.body, 'subject')) return this.takeWhole(request, response);
    await this.pace.begin(request.ip ?? '');
    const kind = kindOf(readField(request.body, 'kind'));
    const { key } = await this.desk.begin(request, response, withKind(kind));
    response.redirect(303, stepPath(key, 'kind'));
  }

  /** Without a fault it is registered at once; with one it is a draft, and its faults lead to their pages. */
  private async takeWhole(request: Request, response: Response): Promise<void> {
    const submission = wholeSubmission(request.body);
    const places = { streets: this.office.streets, today: dayOf(this.clock()) };
    const trapped = readField(request.body, 'website') !== '';
    if (!trapped && !draftFaults('', submission, places).length) {
      try {
        const form = webForm(submission.things[0]!, submission.contact);
        const registered = await this.handover.whole(receiptOf(request.body), form, request.ip ?? '');
        if (!registered) return await this.goOn(request, response, submission, null);
        const page = registered[0]!.queryCode ? donePage(this.office, { registered }) : againPage(this.office, registered);
        return sendPage(request, response, this.office, page);
      } catch (error) {
        return this.goOn(request, response, submission, refusalOf(error));
      }
    }
    await this.goOn(request, response, submission, null);
  }

  /** What somebody has typed is never lost to a fault or to our trouble. */
  private async goOn(
    request: Request,
    response: Response,
    submission: WebSubmission,
    refused: { status: number; words: string } | null,
  ): Promise<void> {
    await this.pace.begin(request.ip ?? '');
    const draft = await this.desk.begin(request, response, submission);
    const places = { streets: this.office.streets, today: dayOf(this.clock()) };
    const faults: StepFault[] = refused ? [{ field: 'send', words: refused.words }] : draftFaults(draft.key, submission, places);
    if (!faults.length) faults.push({ field: 'send', words: '请核对一遍，再按“确认并提交”' });
    const refusal = refused && { status: refused.status, title: '这一次没有登记成功，您写的内容还在' };
    sendPage(request, response, this.office, checkPage({ office: this.office, draft, faults, ...(refusal && { refusal }) }));
  }
}

const kindOf = (given: unknown): Kind | null => KINDS.find((kind) => kind === given) ?? null;
const withKind = (kind: Kind | null): WebSubmission => ({ ...NEW_SUBMISSION, things: [{ ...NEW_THING, kind: kind ?? '' }] });
