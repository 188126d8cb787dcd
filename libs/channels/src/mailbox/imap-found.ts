import type { ImapFlow } from 'imapflow';
import type { Found } from './imap-position';

/** Numbers, sizes and dates, in the order of the numbers. */
export async function foundIn(client: ImapFlow, range: string): Promise<Found[]> {
  const found: Found[] = [];
  const query = { uid: true, size: true, internalDate: true };
  for await (const { uid, size, internalDate } of client.fetch(range, query, { uid: true }))
    found.push({ uid, size: size ?? 0, arrived: new Date(internalDate ?? Number.NaN).getTime() });
  return found.sort((a, b) => a.uid - b.uid);
}
