import { authorsInOffice } from './office-authors';
import { authorsInPdf } from './pdf-authors';

/** What a file says of who made it; `unread` where it may say more than could be read. */
export interface Authors {
  readonly text: string;
  readonly unread: boolean;
}

export const NO_AUTHORS: Authors = { text: '', unread: false };

/** By the ending that the content has; pictures say nothing any more once they are drawn anew. */
export function authorsIn(bytes: Buffer, ending: string): Promise<Authors> | Authors {
  if (ending === 'pdf') return authorsInPdf(bytes);
  if (ending === 'docx' || ending === 'xlsx') return authorsInOffice(bytes);
  return ['jpg', 'png', 'webp'].includes(ending) ? NO_AUTHORS : { text: '', unread: true };
}
