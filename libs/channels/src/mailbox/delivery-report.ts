import type { DeliveryReport, ReportedRecipient } from '@hub/domain';
import { THREAD_MARK, clip, oneLine } from '@hub/domain';
import { addressesOf, isEmail } from './address';
import { causeIn, NAMES_RECIPIENT, ONLY_DELAYED, ORIGINAL_BEGINS } from './bounce-words';
import { decodeText } from './charset';
import { allRaw, firstRaw, type Headers, readHeaders } from './header';
import type { Part } from './parts';
import { decodeTransfer } from './transfer';

const TEXT = 64_000;
const LINES = 400;
const RECIPIENTS = 50;
const MARKS = 50;

const ORIGINALS = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers'];
const isStatus = ({ type }: Part) => type === 'message/delivery-status' || type === 'message/global-delivery-status';

/** Whom a bounce or a complaint is about and which letter of ours it returns, from its report, its headers or its words. */
export function readDeliveryReport(root: Part, all: readonly Part[], text: string, bytes: Buffer): DeliveryReport {
  const contentOf = (part: Part) => decodeTransfer(bytes.subarray(part.start, part.end), part.encoding);
  const textOf = (part: Part) => decodeText(contentOf(part).subarray(0, TEXT)).text;
  const shown = text.slice(0, TEXT);
  const { own, quoted } = apart(shown);

  const given = [
    ...all.filter(isStatus).flatMap((part) => fromFields(textOf(part), own)),
    ...all.filter(({ type }) => type === 'message/feedback-report').flatMap((part) => fromComplaint(textOf(part))),
  ];
  // A system without a report of its own part may still write its fields among the words.
  const worded = given.length ? given : fromFields(shown, own);
  const recipients = worded.length ? worded : fromWords(root, own);

  const returned = all.filter(({ type }) => ORIGINALS.includes(type)).map((part) => readWhole(contentOf(part)));
  const ids = [...returned.flatMap((headers) => idOf(firstRaw(headers, 'message-id'))), ...idsIn(quoted), ...idsIn(shown)];
  const addressed = returned.flatMap((headers) => addressesOf(headers, 'reply-to', 'from').map(({ email }) => email));
  const marks = [...ids, ...addressed, ...marksIn(shown)];
  return {
    recipients: once(recipients.length ? recipients : fromOriginal([...returned, readWhole(Buffer.from(quoted))], own)).slice(
      0,
      RECIPIENTS,
    ),
    originalMessageId: ids[0] ?? null,
    originalMarks: [...new Set(marks.filter((one) => THREAD_MARK.test(one.toLowerCase())))].slice(0, MARKS),
  };
}

const readWhole = (content: Buffer): Headers => readHeaders(content, 0, content.length).headers;

/** The system's own words, and the mail that it quotes below them. */
function apart(text: string): { own: string; quoted: string } {
  const at = ORIGINAL_BEGINS.exec(text)?.index ?? text.length;
  return { own: text.slice(0, at), quoted: text.slice(at) };
}

const NO_ADDRESS = '';

/** `rfc822; li@example.com`, with or without brackets; an internationalised one comes as `utf-8; …` (RFC 6533). */
function fieldAddress(value: string): string {
  const bare = value
    .slice(0, 600)
    .replace(/^[\w-]{1,20}[ \t]*;[ \t]*/, '')
    .replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, (all, hex: string) => {
      const code = parseInt(hex, 16);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
    });
  const inner = /<([^<>\s]{3,254})>/.exec(bare)?.[1] ?? bare.trim().replace(/\s.*$/, '');
  return isEmail(inner) ? inner : NO_ADDRESS;
}

const ENHANCED = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const SMTP = /(?:^|[^\d.])([45])\d{2}(?=[ \-#:])/;

/** The enhanced code that says most: the status field's, unless it is a mere class and the diagnostic knows more. */
function statusIn(field: string, diagnostic: string, words: string): string {
  const stated = ENHANCED.exec(field)?.[1] ?? '';
  const told = ENHANCED.exec(diagnostic)?.[1] ?? '';
  if (stated && !/\.0\.0$/.test(stated)) return stated;
  if (told && !/\.0\.0$/.test(told) && (!stated || told[0] === stated[0])) return told;
  const guessed = causeIn(diagnostic) || causeIn(words);
  const kind = stated[0] ?? told[0] ?? SMTP.exec(diagnostic)?.[1] ?? '';
  if (kind === '2') return stated || told;
  if (guessed) return kind ? `${kind}${guessed.slice(1)}` : guessed;
  return stated || told || (kind && `${kind}.0.0`);
}

function actionOf(field: string, status: string): ReportedRecipient['action'] {
  const said = field.trim().toLowerCase();
  if (said.startsWith('delay')) return 'delayed';
  if (/^(?:delivered|relayed|expanded)/.test(said)) return 'delivered';
  if (said.startsWith('fail')) return 'failed';
  return status.startsWith('2') ? 'delivered' : status.startsWith('4') ? 'delayed' : 'failed';
}

const FIELD = /^[> \t]{0,4}([A-Za-z][A-Za-z-]{2,40})[ \t]*:[ \t]*(.*)$/;

/** Groups of fields between blank lines (RFC 3464 §2.1); a second recipient in one group begins the next. */
function fieldGroups(text: string): Map<string, string>[] {
  const groups: Map<string, string>[] = [];
  let open = new Map<string, string>();
  let last = '';
  const close = () => {
    if (open.size) groups.push(open);
    open = new Map();
    last = '';
  };
  for (const line of text.split(/\r?\n/, 2_000)) {
    if (line.trim() === '') close();
    else if (/^[ \t]/.test(line) && last) open.set(last, `${open.get(last)} ${line.trim()}`.slice(0, 4_000));
    else {
      const found = FIELD.exec(line.slice(0, 4_000));
      if (!found) continue;
      last = found[1]!.toLowerCase();
      if (open.has(last) && (last === 'final-recipient' || last === 'original-recipient')) {
        close();
        last = found[1]!.toLowerCase();
      }
      if (!open.has(last)) open.set(last, found[2]!);
    }
  }
  close();
  return groups;
}

function fromFields(text: string, words: string): ReportedRecipient[] {
  if (!/(?:final|original)-recipient[ \t]*:/i.test(text)) return [];
  return fieldGroups(text).flatMap((group) => {
    // Whom we wrote to, where the report tells; the final one may be a box behind it that we never heard of.
    const address =
      [group.get('original-recipient'), group.get('x-actual-recipient'), group.get('final-recipient')]
        .map((value) => fieldAddress(value ?? ''))
        .find(Boolean) ?? NO_ADDRESS;
    if (!address) return [];
    const diagnostic = clip(oneLine((group.get('diagnostic-code') ?? '').replace(/^[\w-]{1,20}[ \t]*;[ \t]*/, '')), 300);
    const action = group.get('action') ?? '';
    const status = statusIn(group.get('status') ?? '', diagnostic, words.slice(0, 6_000));
    return { address, action: actionOf(action, status), status, diagnostic };
  });
}

/** Which complaints ask to be written to no more; a report on signatures or one that takes a complaint back does not. */
const COMPLAINS = /^(?:abuse|fraud|opt-?out(?:-list)?|complaint|other|virus)$/i;

function fromComplaint(text: string): ReportedRecipient[] {
  return fieldGroups(text).flatMap((group) => {
    const kind = (group.get('feedback-type') ?? 'abuse').trim();
    const address = fieldAddress(group.get('original-rcpt-to') ?? '');
    return address && COMPLAINS.test(kind) ? { address, action: 'failed' as const, status: '', diagnostic: kind } : [];
  });
}

const ADDRESS = /[^\s<>()[\]\\,;:"'，。；：（）《》“”]{1,64}@[A-Za-z0-9.-]{1,190}[A-Za-z0-9]/g;

/** No report, only words: X-Failed-Recipients, then lines that name somebody, then lines that are an address. */
function fromWords({ headers }: Part, own: string): ReportedRecipient[] {
  const failed = allRaw(headers, 'x-failed-recipients').flatMap((value) => value.slice(0, 8_000).match(ADDRESS) ?? []);
  const ours = new Set(addressesOf(headers, 'to', 'delivered-to', 'from').map(({ email }) => email.toLowerCase()));
  const lines = own.split('\n', LINES).map((line) => line.slice(0, 1_000));
  const told = lines.flatMap((line, at) => {
    const found = (line.match(ADDRESS) ?? []).filter((one) => !ours.has(one.toLowerCase()));
    const named =
      NAMES_RECIPIENT.test(line) ||
      /^[ \t]*(?:<[^<>\s]{3,254}>|[^\s<>]{3,254}@[^\s<>]{3,200})[ \t]*:?[ \t]*$/.test(line) ||
      /^[ \t]*<[^<>\s]{3,254}>[ \t]*[:;(]/.test(line) ||
      NAMES_RECIPIENT.test(lines[at - 1] ?? '');
    return named ? found : [];
  });
  const any = told.length
    ? told
    : lines.flatMap((line) => line.match(ADDRESS) ?? []).filter((one) => !ours.has(one.toLowerCase()));
  const addresses = (failed.length ? failed : any).filter(isEmail);
  return addresses.map((address) => judged(address, lines, own));
}

const CODED = /(?:^|\D)[45]\d\d[ \-#:]|(?:^|[^\d.])[45]\.\d{1,3}\.\d/;

/** The cause stands in the line of the address or in one of the next few, else somewhere in the text. */
function judged(address: string, lines: readonly string[], own: string): ReportedRecipient {
  const at = lines.findIndex((line) => line.includes(address));
  const line =
    (at < 0 ? undefined : lines.slice(at, at + 8).find((one) => CODED.test(one))) ?? lines.find((one) => CODED.test(one)) ?? '';
  const status = statusIn('', line, own.slice(0, 6_000)) || '5.0.0';
  const action = ONLY_DELAYED.test(own) ? 'delayed' : 'failed';
  return { address, action, status: action === 'delayed' ? `4${status.slice(1)}` : status, diagnostic: clip(oneLine(line), 300) };
}

/** Nobody is named: whoever the returned mail was written to. */
const fromOriginal = (returned: readonly Headers[], own: string): ReportedRecipient[] =>
  returned.flatMap((headers) =>
    addressesOf(headers, 'to')
      .filter(({ email }) => isEmail(email))
      .map(({ email }) => judged(email, own.split('\n', LINES), own)),
  );

const once = (recipients: readonly ReportedRecipient[]): ReportedRecipient[] =>
  [...new Map([...recipients].reverse().map((one) => [one.address.toLowerCase(), one])).values()].reverse();

const idOf = (raw: string): string[] => {
  const found = /<([^<>\s]{3,250})>/.exec(raw.slice(0, 2_000))?.[1];
  return found ? [found] : [];
};
const idsIn = (text: string): string[] =>
  [...text.matchAll(/^[> \t]{0,8}(?:message-id|邮件ID)[ \t]{0,5}[:：][ \t]{0,5}<([^<>\s]{3,250})>/gim)]
    .slice(0, 5)
    .map(([, id]) => id!);
const marksIn = (text: string): string[] =>
  [...text.matchAll(/y\.\d{1,10}\.[a-z2-7]{26}(?:\.[0-9a-f]{4,32})?@[^\s<>"')]{3,200}/gi)].slice(0, MARKS).map(([mark]) => mark);
