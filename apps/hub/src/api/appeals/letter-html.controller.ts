import { Controller, Get, Inject, Param, ParseIntPipe, Res } from '@nestjs/common';
import { Fault, NotFound, readAppealNumber, readsMasked, sees, type LetterHtmlReader, type Staff } from '@hub/domain';
import { AppealQuery, FileStore } from '@hub/persistence';
import type { Response } from 'express';
import { Allow, Person } from '../http/allow';
import { HTML_READER } from '../settings.token';
import { letterPage } from './letter-page';

/**
 * What the page may do: show words and pictures that stand in it, and open links in windows of their own. It belongs to no
 * origin, so that even a script that came through could ask us for nothing.
 */
const POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** A letter as its writer laid it out, harmless and alone in its frame. */
@Controller('api/v1/appeals/:number/letters')
export class LetterHtmlController {
  constructor(
    private readonly appeals: AppealQuery,
    private readonly files: FileStore,
    @Inject(HTML_READER) private readonly reader: LetterHtmlReader,
  ) {}

  @Get(':messageId/html')
  @Allow('appeal.read')
  async show(
    @Param('number') number: string,
    @Param('messageId', ParseIntPipe) id: number,
    @Person() staff: Staff,
    @Res() response: Response,
  ): Promise<void> {
    const page = letterPage(await this.reader.read(await this.bytesOf(number, id, staff)));
    response.set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    response.send(page);
  }

  private async bytesOf(number: string, id: number, staff: Staff): Promise<Uint8Array> {
    const appeal = await this.appeals.byNumber(readAppealNumber(number) ?? '');
    if (!sees(staff, appeal)) throw new NotFound();
    const message = await this.appeals.message(id);
    if (message?.appealId !== appeal.id || !message.hasHtml || !message.fileHash) throw new NotFound();
    // Masks are laid over text; pictures, links and words broken by tags would show through.
    if (readsMasked(staff, appeal))
      throw new Fault('forbidden', 'identity', '保密件不按原样式显示，以免露出反映人的身份。', '请看来件正文。');
    return this.files.load(message.fileHash);
  }
}
