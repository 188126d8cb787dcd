import { Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';
import { Public } from '../public';
import { keepLetters } from './letters';
import { samePath } from './same-site';

@Public()
@Controller('preferences')
export class PreferencesController {
  @Post()
  keep(@Req() request: Request, @Res() response: Response): void {
    keepLetters(request, response);
    response.redirect(303, samePath(readField(request.body, 'back')));
  }
}
