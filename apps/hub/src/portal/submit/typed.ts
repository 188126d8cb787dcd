import type { WebContact } from '@hub/domain';
import { readField, readFields } from '../layout/read-field';
import type { ThingWords } from './parts';

const line = (body: unknown, name: string): string => readField(body, name).replace(/\s+/g, ' ');

/** The page of what, where and when, as it was typed. */
export const typedWords = (body: unknown, kept: readonly string[]): ThingWords => ({
  subject: line(body, 'subject'),
  text: readField(body, 'text'),
  kept,
  from: { year: line(body, 'from-y'), month: line(body, 'from-m'), day: line(body, 'from-d') },
  hours: readFields(body, 'hours').slice(0, 8),
  street: line(body, 'street'),
  place: line(body, 'place'),
  site: line(body, 'site'),
});

export const typedContact = (body: unknown): WebContact => ({
  secrecy: line(body, 'secrecy'),
  name: line(body, 'name'),
  phone: line(body, 'phone'),
  email: line(body, 'email'),
  reply: line(body, 'reply') || 'page',
  address: line(body, 'address'),
  agent: line(body, 'agent') || 'no',
  whom: line(body, 'whom'),
  guardian: line(body, 'guardian'),
  guardianPhone: line(body, 'guardianPhone'),
  agreed: readField(body, 'agreed') !== '',
  share: line(body, 'share') || 'no',
});
