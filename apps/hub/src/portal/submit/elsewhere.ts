import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';

/** What was asked for is to be seen at another address now. */
export class Elsewhere extends Error {
  constructor(readonly path: string) {
    super('elsewhere');
    this.name = 'Elsewhere';
  }
}

@Catch(Elsewhere)
export class ElsewhereFilter implements ExceptionFilter {
  catch({ path }: Elsewhere, host: ArgumentsHost): void {
    host.switchToHttp().getResponse<Response>().redirect(303, path);
  }
}
