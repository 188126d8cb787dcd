import { randomBytes } from 'node:crypto';
import { readField } from '../layout/read-field';

/** The form as it was typed, before anything is checked; what comes back with errors is shown from here. */
export interface Draft {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  /** The number in the text is meant to stay. */
  readonly keep: boolean;
  readonly street: string;
  readonly place: string;
  readonly secrecy: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** The honeypot: people do not see it. */
  readonly website: string;
  readonly receipt: string;
}

const newReceipt = (): string => randomBytes(18).toString('base64url');
const receiptOf = (body: unknown): string => {
  const typed = readField(body, 'receipt');
  return /^[\w-]{16,64}$/.test(typed) ? typed : newReceipt();
};

export const emptyDraft = (kind: string): Draft => ({ ...readDraft({}), kind, secrecy: 'confidential' });

export const readDraft = (body: unknown): Draft => ({
  kind: readField(body, 'kind'),
  subject: readField(body, 'subject').replace(/\s+/g, ' '),
  text: readField(body, 'text'),
  keep: readField(body, 'keep') !== '',
  street: readField(body, 'street'),
  place: readField(body, 'place').replace(/\s+/g, ' '),
  secrecy: readField(body, 'secrecy'),
  name: readField(body, 'name'),
  phone: readField(body, 'phone'),
  email: readField(body, 'email'),
  website: readField(body, 'website'),
  receipt: receiptOf(body),
});
