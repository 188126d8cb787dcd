import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public } from '../public';
import { packedStyles, styles, stylesHref } from '.';

@Public()
@Controller('portal.css')
export class StylesController {
  @Get()
  show(@Req() request: Request, @Res() response: Response, @Query('v') version?: string): void {
    const current = stylesHref.endsWith(`=${version}`);
    response.set({
      'Content-Type': 'text/css; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
    });
    if (request.acceptsEncodings('gzip')) response.set('Content-Encoding', 'gzip').send(packedStyles);
    else response.send(styles);
  }
}
