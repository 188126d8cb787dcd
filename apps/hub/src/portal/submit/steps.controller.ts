import { Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { CLOCK, type Clock, type OpenDraft } from '@hub/casework';
import { contactFaults, dayOf, kindFaults, NEW_THING, privateHints, thingFaults, type FormFault, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { contactPage } from './ContactPage';
import { DraftDesk } from './draft-desk';
import { ElsewhereFilter } from './elsewhere';
import { kindPage, type StepProps } from './KindPage';
import { contactPart, kindPart, wordsPart, type Part, type ThingWords } from './parts';
import { stepPath } from './steps';
import { typedContact, typedWords } from './typed';
import { wayOf, type Way } from './way';
import { whatPage, type WhatProps } from './WhatPage';

type StepName = 'kind' | 'what' | 'contact';
const BEFORE = { kind: null, what: 'kind', contact: 'files' } as const;
const AFTER = { kind: 'what', what: 'files', contact: 'check' } as const;

/** The pages that ask: what kind, what and where, and who. */
@Public()
@UseFilters(TroubleFilter, ElsewhereFilter)
@Controller('submit/:key')
export class StepsController {
  constructor(
    private readonly desk: DraftDesk,
    @Inject('OFFICE') private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('kind')
  async showKind(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const way = wayOf(query);
    const draft = await this.desk.open(request);
    const typed = draft.submission.things[way.thing - 1]?.kind ?? '';
    sendPage(request, response, this.office, kindPage(this.props('kind', draft, way, kindPart(way.thing - 1), typed)));
  }

  @Post('kind')
  async takeKind(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const way = wayOf(query);
    const part = kindPart(way.thing - 1);
    const typed = readField(request.body, 'kind');
    const { draft, conflict } = await this.desk.save(request, response, part, typed, seenIn(request));
    const faults = kindFaults({ ...NEW_THING, kind: typed });
    if (this.goesOn(request, response, 'kind', draft, way, conflict, faults)) return;
    const props = { ...this.props('kind', draft, way, part, typed), faults, conflict };
    sendPage(request, response, this.office, kindPage(props));
  }

  @Get('what')
  async showWhat(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const way = wayOf(query);
    const draft = await this.desk.open(request);
    const typed: ThingWords = draft.submission.things[way.thing - 1] ?? NEW_THING;
    sendPage(request, response, this.office, whatPage(this.whatProps(draft, way, typed)));
  }

  @Post('what')
  async takeWhat(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const way = wayOf(query);
    const keeps = readField(request.body, 'act') === 'keep';
    const bare = { ...NEW_THING, ...typedWords(request.body, []) };
    const found = privateHints(bare).map(({ value }) => value);
    const before = (await this.desk.peek(request))?.submission.things[way.thing - 1]?.kept ?? [];
    const typed = typedWords(request.body, keeps ? found : found.filter((value) => before.includes(value)));
    const { draft, conflict } = await this.desk.save(request, response, wordsPart(way.thing - 1), typed, seenIn(request));
    const thing = { ...NEW_THING, kind: draft.submission.things[way.thing - 1]?.kind ?? '', ...typed };
    const faults = thingFaults(thing, { streets: this.office.streets, today: dayOf(this.clock()) });
    const hints = privateHints(thing);
    if (this.goesOn(request, response, 'what', draft, way, conflict || hints.length > 0, faults)) return;
    sendPage(request, response, this.office, whatPage({ ...this.whatProps(draft, way, typed), faults, conflict, hints }));
  }

  @Get('contact')
  async showContact(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const draft = await this.desk.open(request);
    const props = this.props('contact', draft, wayOf(query), contactPart, draft.submission.contact);
    sendPage(request, response, this.office, contactPage(props));
  }

  @Post('contact')
  async takeContact(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const way = wayOf(query);
    const typed = typedContact(request.body);
    const { draft, conflict } = await this.desk.save(request, response, contactPart, typed, seenIn(request));
    const faults = contactFaults(typed);
    if (this.goesOn(request, response, 'contact', draft, way, conflict, faults)) return;
    const props = { ...this.props('contact', draft, way, contactPart, typed), faults, conflict };
    sendPage(request, response, this.office, contactPage(props));
  }

  /** Whether the answer is another page: the same one in other letters, or the next step. */
  private goesOn(
    request: Request,
    response: Response,
    step: StepName,
    { key }: OpenDraft,
    way: Way,
    stays: boolean,
    faults: readonly FormFault[],
  ): boolean {
    const letters = keepLetters(request, response);
    if (!letters && (stays || faults.length)) return false;
    const next = way.fromCheck ? 'check' : AFTER[step];
    response.redirect(303, letters ? stepPath(key, step, way) : stepPath(key, next, way.fromCheck ? {} : way));
    return true;
  }

  private whatProps(draft: OpenDraft, way: Way, typed: ThingWords): WhatProps {
    const thing = { number: way.thing, of: draft.submission.things.length };
    return { ...this.props('what', draft, way, wordsPart(way.thing - 1), typed), thing, hints: [] };
  }

  private props<T>(step: StepName, { key, submission }: OpenDraft, way: Way, part: Part<T>, typed: T): StepProps<T> {
    const before = BEFORE[step];
    const back = way.fromCheck
      ? { href: stepPath(key, 'check'), words: '返回核对' }
      : { href: before ? stepPath(key, before, way) : '/submit', words: '返回上一步' };
    const action = stepPath(key, step, way);
    return { office: this.office, typed, action, back, seen: part.mark(submission), faults: [], conflict: false };
  }
}

const seenIn = (request: Request): string => readField(request.body, 'seen');
