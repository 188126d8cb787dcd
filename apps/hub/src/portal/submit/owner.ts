import type { Request, Response } from 'express';

const NAME = 'yxt_draft';

/** The secret of this browser, under which its drafts are found; null until something was begun. */
export function ownerOf(request: Request): string | null {
  const cookies = request.cookies as Record<string, unknown> | undefined;
  const given = cookies?.[NAME];
  return typeof given === 'string' && /^[\w-]{32}$/.test(given) ? given : null;
}

/** The cookie lives as long as what it opens. */
export function keepOwner(request: Request, response: Response, owner: string, minutes: number): void {
  response.cookie(NAME, owner, {
    path: '/submit',
    sameSite: 'lax',
    httpOnly: true,
    secure: request.secure,
    maxAge: minutes * 60_000,
  });
}
