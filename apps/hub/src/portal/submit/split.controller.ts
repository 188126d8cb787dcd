import { Controller, Get, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { partThing, withoutThing, type Office } from '@hub/domain';
import type { Request, Response } from 'express';
import { readField, readFields } from '../layout/read-field';
import { sendPage } from '../layout/send';
import { keepLetters } from '../preferences/letters';
import { Public } from '../public';
import { TroubleFilter } from '../trouble/trouble.filter';
import { DraftDesk } from './draft-desk';
import { ElsewhereFilter } from './elsewhere';
import { wordsPart } from './parts';
import { splitPage } from './SplitPage';
import { stepPath } from './steps';
import { wayOf } from './way';

/** 一事一件: what was written in one is parted by its sentences. */
@Public()
@UseFilters(TroubleFilter, ElsewhereFilter)
@Controller('submit/:key/split')
export class SplitController {
  constructor(
    private readonly desk: DraftDesk,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const { thing } = wayOf(query);
    const draft = await this.desk.open(request);
    const seen = wordsPart(thing - 1).mark(draft.submission);
    sendPage(request, response, this.office, splitPage({ office: this.office, draft, thing, seen }));
  }

  @Post()
  async take(@Req() request: Request, @Res() response: Response, @Query() query: object): Promise<void> {
    const { thing } = wayOf(query);
    const before = await this.desk.open(request);
    if (keepLetters(request, response)) return response.redirect(303, stepPath(before.key, 'split', { thing }));
    if (readField(request.body, 'act') === 'remove') {
      await this.desk.change(request, response, (now) => withoutThing(now, thing - 1));
      return response.redirect(303, stepPath(before.key, 'check'));
    }
    const leaving = new Set(readFields(request.body, 'leaves').map(Number));
    const seen = readField(request.body, 'seen');
    let parted = false;
    const { key, submission } = await this.desk.change(request, response, (now) => {
      // The places of sentences tell nothing once the text was changed elsewhere, or the button pressed before.
      const same = wordsPart(thing - 1).mark(now) === seen;
      const next = same ? partThing(now, thing - 1, leaving) : now;
      parted = next !== now;
      return next;
    });
    const last = { thing: submission.things.length, fromCheck: true };
    response.redirect(303, parted ? stepPath(key, 'what', last) : stepPath(key, 'check'));
  }
}
