import { randomBytes } from 'node:crypto';
import { readField } from '../layout/read-field';

export const newReceipt = (): string => randomBytes(18).toString('base64url');

/** The receipt of a form that comes whole: the same form sent twice is one appeal. */
export function receiptOf(body: unknown): string {
  const typed = readField(body, 'receipt');
  return /^[\w-]{16,64}$/.test(typed) ? typed : newReceipt();
}
