import type { Request, Response } from 'express';
import { xmlOf } from './xml';

export type Format = 'json' | 'xml';

/** By the ending of the address, else as the caller accepts; XML is what everybody has to offer. */
export function formatOf(request: Request): Format {
  const ending = /\.(json|xml)$/.exec(request.path)?.[1] as Format | undefined;
  return ending ?? (request.accepts(['xml', 'json']) === 'json' ? 'json' : 'xml');
}

export function answer(request: Request, response: Response, root: string, value: unknown, status = 200): void {
  const format = formatOf(request);
  response.status(status).set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  if (format === 'json') response.type('application/json').send(JSON.stringify(value));
  else response.type('text/xml').send(xmlOf(root, value));
}
