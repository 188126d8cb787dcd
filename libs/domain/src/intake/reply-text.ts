import type { ChannelName } from '../appeal/channel';
import { isQuoted, isRule, quoteHeadAt } from './quote-head';
import { signatureStart } from './signature';

/** A letter taken apart for reading. The three together are the letter; the stored text stays whole. */
export interface ReplyText {
  /** What the writer says himself, with such quoted lines as he answers one by one. */
  readonly own: string;
  readonly signature: string;
  readonly quoted: string;
}

const OWN = 0;
const QUOTED = 1;
const SIGNED = 2;
/** A program breaks lines at some 76 signs; the rest of a broken line has no mark of its own. */
const BROKEN = 60;
const SIGNATURES = 5;
/** Lines in which heads of quotes are looked for. */
const HEADS = 5_000;
/** What a quote cannot be without, in a text that has one. */
const MARK = /[>＞@]|[写寫](?:道|入|到)|原始[邮郵]件|原[邮郵]件|[邮郵]件原|的[邮郵]件|发件人|寄件|来自|wrote|from|message|---/i;

/**
 * Takes the writer's own words, his signature and the quoted letters apart, by the marks of Chinese and foreign mail programs.
 * Every line is looked at a fixed number of times. A letter that would be left without a word of its own is shown whole.
 */
export function splitReply(text: string): ReplyText {
  const lines = text.split('\n');
  const kinds = new Uint8Array(lines.length);
  const end = takeOff(lines, kinds, MARK.test(text) ? markQuotes(lines, kinds) : lines.length);
  const start = afterOneQuote(lines, kinds, end);
  for (let at = 0; at < start; at++) kinds[at] = QUOTED;
  const own = lines.slice(start, end).join('\n').replace(/^\n+/, '').trimEnd();
  if (own.trim() === '') return { own: text, signature: '', quoted: '' };
  const part = (kind: number) => lines.filter((_line, at) => (at < start || at >= end) && kinds[at] === kind).join('\n').trim(); // prettier-ignore
  return { own, signature: part(SIGNED), quoted: part(QUOTED) };
}

/** His own words without any quoted line, and with what he forwards: what a letter is judged by. */
export function ownWords(text: string): string {
  if (!MARK.test(text)) return text;
  const lines = text.split('\n');
  const kinds = new Uint8Array(lines.length);
  const cut = markQuotes(lines, kinds);
  if (lines.slice(cut, cut + 3).some((line) => /转发|轉寄|forward/i.test(line))) return text;
  const words = lines.filter((_line, at) => at < cut && kinds[at] === OWN).join('\n').trim(); // prettier-ignore
  return words === '' ? text : words;
}

/** What the citizen himself says in a submission: what is quoted under a letter was judged when it came. */
export const saidIn = (channel: ChannelName, text: string): string => (channel === 'mailbox' ? ownWords(text) : text);

/** Marks quoted lines and their heads; answers where a letter begins that goes on to the end without marks. */
function markQuotes(lines: readonly string[], kinds: Uint8Array): number {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const quoted = isQuoted(line);
    // A broken line may leave its last signs ">:" to the next.
    const head = at < HEADS && (!quoted || line.trim() === '>:') ? quoteHeadAt(lines, at) : null;
    if (head) {
      const next = nextWritten(lines, head.to);
      if (next < 0 || !isQuoted(lines[next]!)) return withoutRule(lines, head.from);
      kinds.fill(QUOTED, head.from, next);
      at = next - 1;
    } else if (quoted || isRestOfQuote(lines, kinds, at)) kinds[at] = QUOTED;
  }
  return lines.length;
}

const isRestOfQuote = (lines: readonly string[], kinds: Uint8Array, at: number): boolean =>
  at > 0 && kinds[at - 1] === QUOTED && lines[at - 1]!.length >= BROKEN && /^[a-z]/.test(lines[at]!);

/** Takes quotes and signatures off the end, as often as they alternate there; answers where his words end. */
function takeOff(lines: readonly string[], kinds: Uint8Array, cut: number): number {
  kinds.fill(QUOTED, cut);
  let end = cut;
  for (let signatures = 0; ;) {
    while (end > 0 && isBlank(lines[end - 1]!)) end--;
    const foot = end;
    while (end > 0 && (kinds[end - 1] === QUOTED || isBlank(lines[end - 1]!))) end--;
    if (end < foot) {
      kinds.fill(QUOTED, end, foot);
      continue;
    }
    const start = signatures++ < SIGNATURES ? signatureStart(lines, end) : -1;
    if (start < 0) return withRule(lines, kinds, end);
    if (!hasWords(lines, kinds, start)) return 0;
    kinds.fill(SIGNED, start, end);
    end = start;
  }
}

/** A line of dashes above what was taken off belongs to it. */
function withRule(lines: readonly string[], kinds: Uint8Array, end: number): number {
  const below = kinds[end];
  if (!below) return end;
  const bare = withoutRule(lines, end);
  kinds.fill(below, bare, end);
  return bare;
}

/** Where his words begin: after a quote that stands alone above them. Quotes between his words stay, they are what he answers. */
function afterOneQuote(lines: readonly string[], kinds: Uint8Array, end: number): number {
  let at = 0;
  while (at < end && (kinds[at] === QUOTED || isBlank(lines[at]!))) at++;
  return kinds.subarray(at, end).includes(QUOTED) ? 0 : at;
}

const isBlank = (line: string): boolean => line.trim() === '';
const hasWords = (lines: readonly string[], kinds: Uint8Array, end: number): boolean =>
  lines.some((line, at) => at < end && kinds[at] === OWN && !isBlank(line));

function nextWritten(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at++) if (!isBlank(lines[at]!)) return at;
  return -1;
}

/** Without the line of dashes that a program draws above a quote. */
function withoutRule(lines: readonly string[], end: number): number {
  let at = end;
  while (at > 0 && (isBlank(lines[at - 1]!) || isRule(lines[at - 1]!))) at--;
  return at;
}
