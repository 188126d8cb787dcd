import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../public';
import { styles, stylesHref } from '.';

@Public()
@Controller('portal.css')
export class StylesController {
  @Get()
  show(@Res() response: Response, @Query('v') version?: string): void {
    const current = stylesHref.endsWith(`=${version}`);
    response
      .set({
        'Content-Type': 'text/css; charset=utf-8',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
      })
      .send(styles);
  }
}
