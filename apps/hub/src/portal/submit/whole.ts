import { NEW_CONTACT, NEW_THING, privateDataIn, type WebSubmission } from '@hub/domain';
import { readField } from '../layout/read-field';
import { typedContact, typedWords } from './typed';

/** A form that comes whole, as it was typed; empty where nothing came. */
export function wholeSubmission(body: unknown): WebSubmission {
  const kept = readField(body, 'keep') ? privateDataIn(readField(body, 'text')).map(({ value }) => value) : [];
  const contact = typedContact(body);
  return {
    things: [{ ...NEW_THING, kind: readField(body, 'kind'), ...typedWords(body, kept) }],
    contact: { ...contact, secrecy: contact.secrecy || NEW_CONTACT.secrecy },
    files: [],
  };
}
