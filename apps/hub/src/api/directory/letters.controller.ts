import { Controller, Get, Inject, Param } from '@nestjs/common';
import { CLOCK, type Clock } from '@hub/casework';
import type { LetterPreviewView, LetterTemplateView } from '@hub/contract';
import {
  dayOf,
  fieldsOf,
  fillTemplate,
  letterHtml,
  letterName,
  LETTER_NAMES,
  NotFound,
  sampleLetter,
  type LetterName,
  type LetterTemplate,
} from '@hub/domain';
import { letterFile, type Settings } from '@hub/settings';
import { Allow } from '../http/allow';
import { SETTINGS } from '../settings.token';

/** The letters that the office words in config/letters. */
@Controller('api/v1/templates/letters')
@Allow('outbox.read')
export class LettersController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  list(): LetterTemplateView[] {
    return LETTER_NAMES.map((name) => this.view(name));
  }

  @Get(':name/preview')
  preview(@Param('name') given: string): LetterPreviewView {
    const name = LETTER_NAMES.find((one) => one === given);
    if (!name) throw new NotFound('没有这封信。', '用 /api/v1/templates/letters 看全部。');
    const { office, mail } = this.settings;
    const { template, faults } = letterFile(this.settings.configDir, name);
    const of = template && !faults.length ? 'file' : 'use';
    const wording = of === 'file' ? template! : office.letters[name];
    const letter = fillTemplate(wording, sampleLetter(office, dayOf(this.clock())));
    const isDiscreet = name === 'discreet';
    const sender = isDiscreet ? mail.from.discreetName : mail.from.name;
    const head = { publicUrl: office.publicUrl, bureau: isDiscreet ? null : office.bureau };
    return { of, from: `${sender} <${mail.from.address}>`, ...letter, html: letterHtml(letter, head) };
  }

  private view(name: LetterName): LetterTemplateView {
    const inUse = this.settings.office.letters[name];
    const { path, template, faults } = letterFile(this.settings.configDir, name);
    return {
      name,
      title: letterName(name),
      subject: inUse.subject,
      body: inUse.body,
      fields: fieldsOf(name),
      file: path,
      changed: !same(template, inUse),
      faults: faults.map(({ key, message }) => [key, message].filter(Boolean).join('：')),
    };
  }
}

const same = (file: LetterTemplate | null, inUse: LetterTemplate): boolean =>
  file?.subject === inUse.subject && file.body === inUse.body;
