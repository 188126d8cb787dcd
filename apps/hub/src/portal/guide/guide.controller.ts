import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { OFFICE } from '@hub/casework';
import { NotFound, plainSigns, type Office } from '@hub/domain';
import { GuideQuery } from '@hub/persistence';
import type { Request, Response } from 'express';
import { sendPage } from '../layout/send';
import { Public } from '../public';
import { articlePage } from './ArticlePage';
import { guidePage } from './GuidePage';

const WORDS = 60;

/** The citizens' guide: what the settings say, and what the office has written. */
@Public()
@Controller('guide')
export class GuideController {
  constructor(
    private readonly guide: GuideQuery,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  @Get()
  async show(@Query('q') typed: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const q = typeof typed === 'string' ? [...typed.trim()].slice(0, WORDS).join('') : '';
    const all = await this.guide.published();
    const parts = q.split(/\s+/).map(plainSigns).filter(Boolean);
    const articles = all.filter(({ title, text, promise }) => {
      const said = plainSigns(`${title}\n${promise}\n${text}`);
      return parts.every((part) => said.includes(part));
    });
    sendPage(request, response, this.office, guidePage(this.office, { articles, q }));
  }

  @Get(':root')
  async article(@Param('root') typed: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const versions = /^[1-9]\d{0,8}$/.test(typed) ? await this.guide.told(Number(typed)) : [];
    const article = versions.find(({ state }) => state === 'published');
    if (!article) throw new NotFound();
    const older = versions.filter((one) => one !== article);
    sendPage(request, response, this.office, articlePage(this.office, { article, older }));
  }
}
