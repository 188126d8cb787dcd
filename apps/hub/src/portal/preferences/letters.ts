import type { Request, Response } from 'express';
import { readField } from '../layout/read-field';

const NAME = 'letters';
const YEAR_MS = 365 * 86_400_000;

/** The size just asked for, or the one kept in the cookie. */
export function wantsLarge(request: Request): boolean {
  const asked = readField(request.body, NAME);
  if (asked) return asked === 'large';
  return /(?:^|;\s*)letters=large(?:;|$)/.test(request.headers.cookie ?? '');
}

/** Keeps the size that the form asks for; says whether it asked for one. */
export function keepLetters(request: Request, response: Response): boolean {
  const asked = readField(request.body, NAME);
  const options = { path: '/', sameSite: 'lax', httpOnly: true, secure: request.secure } as const;
  if (asked === 'large') response.cookie(NAME, 'large', { ...options, maxAge: YEAR_MS });
  else if (asked) response.clearCookie(NAME, options);
  return asked !== '';
}
