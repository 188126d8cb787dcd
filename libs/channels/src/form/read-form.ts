import {
  EMPTY_READING,
  KINDS,
  SECRECIES,
  streetIn,
  Unreadable,
  type KeptFile,
  type Kind,
  type Reading,
  type Secrecy,
  type DeskFacts,
  type Representative,
} from '@hub/domain';
import { kindOf } from './kind-word';
import { secrecyOf } from './secrecy-word';

/** What the portal, the desk and the open interface hand in, as JSON; what is not there is empty or missing. */
export interface FormRecord {
  readonly subject?: string;
  readonly text: string;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly idNumber?: string;
  readonly place?: string;
  readonly street?: string | null;
  readonly kind?: Kind | string | null;
  readonly secrecy?: Secrecy | string | null;
  /** ISO 8601. */
  readonly writtenAt?: string | null;
  readonly outsideNumber?: string | null;
  readonly source?: string | null;
  /** Only of what the desk wrote: checked there, and kept sealed since. */
  readonly representatives?: readonly Representative[];
  readonly desk?: DeskFacts;
  /** Files that came beside it, in the file store by then. */
  readonly files?: readonly KeptFile[];
  /** What a person should know beside the text. */
  readonly remarks?: readonly string[];
}

/** Reads a form that was kept. Throws `Unreadable` where it is damaged or holds no text. */
export function readForm(record: string | null): Reading {
  const form = parse(record);
  const said = (field: keyof FormRecord): string => (typeof form[field] === 'string' ? form[field].trim() : '');
  const written = new Date(said('writtenAt') || NaN);
  const email = said('email');
  return {
    ...EMPTY_READING,
    subject: said('subject'),
    text: said('text'),
    party: {
      name: said('name'),
      phone: said('phone'),
      email,
      address: said('address'),
      ...(said('idNumber') ? { idNumber: said('idNumber') } : {}),
      ...(form.representatives ? { representatives: form.representatives } : {}),
    },
    writtenAt: Number.isNaN(written.getTime()) ? null : written.toISOString(),
    kind: KINDS.find((kind) => kind === said('kind')) ?? kindOf(said('kind')),
    secrecy: SECRECIES.find((secrecy) => secrecy === said('secrecy')) ?? secrecyOf(said('secrecy')),
    place: said('place'),
    street: said('street') || streetIn(said('place')),
    outsideNumber: said('outsideNumber') || null,
    source: said('source') || null,
    files: form.files ?? [],
    desk: form.desk ?? null,
    remarks: form.remarks ?? [],
    replyTo: email,
  };
}

function parse(record: string | null): FormRecord {
  let form: unknown = null;
  try {
    form = JSON.parse(record ?? '');
  } catch {
    // Falls through to the reason below.
  }
  if (!form || typeof form !== 'object' || !('text' in form) || typeof form.text !== 'string')
    throw new Unreadable('这份网上来件没有完整保存下来。请按原件人工登记。');
  if (form.text.trim() === '') throw new Unreadable('这份来件没有内容。请联系来件人补充，或作无效处理。');
  return form as FormRecord;
}
