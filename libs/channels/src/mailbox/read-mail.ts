import {
  cleanText,
  EMPTY_READING,
  instant,
  NOBODY,
  oneLine,
  ownWords,
  quotedNumbers,
  type Reading,
  streetIn,
  Unreadable,
} from '@hub/domain';
import { addressesOf, isEmail, isMachine, namesOneSender } from './address';
import { automationOf } from './automation';
import { bareText, BodyReader } from './body';
import { readDeliveryReport } from './delivery-report';
import { firstRaw, has, type Headers, allRaw, textOf } from './header';
import { isOversize, oversizeOf } from './header-only';
import { sniffed } from './media-type';
import { type Part, readParts } from './parts';
import { spamMarks } from './spam-marks';

const KNOWN =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|reply-to|sender|mime-version|content-type|delivered-to|in-reply-to|x-mailer)$/;
/** Signs that are kept of a letter and of its subject; the original is whole. */
const TEXT = 500_000;
const SUBJECT = 2_000;
const ID = 250;
const IDS = 50;

/** Reads a mail's bytes. Throws `Unreadable` where neither a header nor text can be read; everything else gives a reading. */
export function readMail(input: Uint8Array): Reading {
  const bytes = withNewlines(Buffer.from(input.buffer, input.byteOffset, input.byteLength));
  if (!bytes.some((byte) => byte > 32)) throw new Unreadable('文件是空的，没有内容。');
  const start = afterMark(bytes);
  const { root, tooMany, headersCut } = readParts(bytes, start);
  const isMail = root.headers.some(([name]) => KNOWN.test(name));
  if (!isMail) return bareReading(bytes, start);

  const all = everyPart(root);
  const body = new BodyReader(bytes, root).read();
  const oversize = oversizeOf(root.headers);
  const remarks = [...body.remarks];
  if (oversize) remarks.push(oversize);
  if (tooMany) remarks.push('邮件的部分太多，只读了前面的一千个，其余请看原件。');
  if (headersCut) remarks.push('邮件头过长，后面的部分没有读。');
  if (root.children.length > 0 && !root.closed) remarks.push('邮件没有正常结束，可能不完整，请对照原件。');

  const fallback = body.text === '' && body.attachments.length === 0 && !oversize ? bareText(bytes, root.start, '') : null;
  if (fallback) remarks.push('邮件的结构损坏，显示的是未整理的原文。');
  // More than any page shows need not go through the threads.
  const text = cleanText((fallback ?? body.text).slice(0, TEXT)).trim();
  if (text === '' && !oversize)
    remarks.push(body.attachments.length > 0 ? '邮件没有正文，只有附件。' : '没有读到正文，请下载原件查看。');

  const { headers } = root;
  const hint = root.contentType.parameters.get('charset') ?? '';
  const title = textOf(headers, 'subject', hint);
  if (title.unsure) remarks.push('认不出标题的编码，显示的可能是乱码，请看原件。');
  const subject = oneLine(title.text).slice(0, SUBJECT);
  const senders = addressesOf(headers, 'from');
  if (senders.length > 1) remarks.push('邮件写了不止一个发件人，取第一个，请核对。');
  const sender = senders[0];
  const automation = automationOf(root, all, subject, text);
  return {
    ...EMPTY_READING,
    subject,
    text,
    party: sender ? { ...NOBODY, name: sender.name, email: isEmail(sender.email) ? sender.email : '' } : NOBODY,
    writtenAt: writtenAt(headers),
    street: streetIn(`${subject}\n${ownWords(text.slice(0, 10_000))}`),
    attachments: body.attachments,
    hasHtml: body.hasHtml,
    messageId: idsOf(firstRaw(headers, 'message-id'))[0] ?? null,
    answers: answersOf(headers),
    recipients: [
      ...new Set(
        addressesOf(headers, 'to', 'cc', 'delivered-to', 'x-original-to').flatMap(({ email }) => email.toLowerCase() || []),
      ),
    ],
    numbers: quotedNumbers(`${subject}\n${text.slice(0, 50_000)}`),
    oneSender: senders.length === 1 && isEmail(senders[0]!.email) && namesOneSender(headers),
    authentication: allRaw(headers, 'authentication-results')
      .slice(0, 5)
      .map((value) => value.slice(0, 4_000)),
    signed: has(headers, 'dkim-signature'),
    loops: allRaw(headers, 'x-loop')
      .slice(0, 5)
      .map((value) => value.slice(0, 200).trim().toLowerCase()),
    automation,
    spam: spamMarks(headers),
    deliveryReport: automation === 'bounce' || automation === 'complaint' ? readDeliveryReport(root, all, text, bytes) : null,
    oversize: isOversize(root.headers),
    replyTo: automation === null ? replyTo(headers) : '',
    remarks,
  };
}

/** A text without a mail's header, as from a folder of plain files. */
function bareReading(bytes: Buffer, start: number): Reading {
  const type = sniffed(bytes);
  if (type === 'application/x-ole-storage')
    throw new Unreadable('这是 Outlook 的 .msg 文件，请在 Outlook 里另存为 .eml 再导入。');
  const text = type === null ? bareText(bytes, start, '') : null;
  if (text === null)
    throw new Unreadable(type === null ? '内容不是邮件，也不是可读的文字。' : `这不是邮件，是其他文件（${type}）。`);
  const clean = cleanText(text).trim();
  return {
    ...EMPTY_READING,
    text: clean,
    street: streetIn(clean.slice(0, 10_000)),
    remarks: ['内容没有邮件头，按普通文字读出。'],
  };
}

/** Old Macintosh files end lines with CR alone. */
export function withNewlines(bytes: Buffer): Buffer {
  if (bytes.includes(10) || !bytes.includes(13)) return bytes;
  return bytes.map((byte) => (byte === 13 ? 10 : byte)) as Buffer;
}

/** Passes over a byte order mark and whatever is blank. */
export function afterMark(bytes: Buffer): number {
  let at = bytes.length > 2 && bytes.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
  while (bytes[at]! <= 32) at++;
  return at;
}

function everyPart(root: Part): Part[] {
  const all = [root];
  for (let at = 0; at < all.length; at++) all.push(...all[at]!.children);
  return all;
}

/** The citizen's own date, where it is one: after 1990 and not in the future; without a zone it is Shanghai's. */
function writtenAt(headers: Headers): string | null {
  const raw = firstRaw(headers, 'date')
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .trim();
  const zoned = /(?:[+-]\d{2}:?\d{2}|\b[A-Z]{1,4})$/.test(raw) ? raw : `${raw} +0800`;
  const time = Date.parse(zoned.replace(/\bCST$/, '+0800'));
  return time > Date.UTC(1990, 0) && time < Date.now() + 2 * 86_400_000 ? instant(time) : null;
}

/** Ids without angle brackets; one that is too long to be kept whole is none. */
function idsOf(raw: string): string[] {
  const text = raw.slice(0, 32_000);
  const bracketed = [...text.matchAll(/<([^<>]{1,2000})>/g)].map((found) => found[1]!);
  const all = bracketed.length > 0 ? bracketed : text.split(/[\s,]+/).filter((word) => word.includes('@'));
  return all.map((id) => cleanText(id).replace(/\s+/g, '')).filter((id) => id !== '' && id.length <= ID);
}

/** In-Reply-To, then References from the nearest. */
function answersOf(headers: Headers): string[] {
  const references = allRaw(headers, 'references').flatMap(idsOf).reverse();
  return [...new Set([...idsOf(firstRaw(headers, 'in-reply-to')), ...references])].slice(0, IDS);
}

/** A group names several or nobody, and whoever speaks for it is not told (RFC 6854). */
const isGroup = (raw: string): boolean =>
  raw
    .slice(0, 32_000)
    .replace(/"[^"]*"|<[^<>]*>/g, '')
    .includes(':');

/** One valid address that a person reads: Reply-To where it is given, else From where there is one sender. */
function replyTo(headers: Headers): string {
  const name = has(headers, 'reply-to') ? 'reply-to' : 'from';
  if (isGroup(firstRaw(headers, name))) return '';
  const given = addressesOf(headers, name);
  const email = given[0]?.email ?? '';
  return given.length === 1 && isEmail(email) && !isMachine(email) ? email : '';
}
