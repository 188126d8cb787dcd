/** A line of an earlier letter as plain mails mark it. */
export function isQuoted(line: string): boolean {
  let at = 0;
  while (at < 3 && (line[at] === ' ' || line[at] === '\t' || line[at] === '\u00a0')) at++;
  return line[at] === '>' || line[at] === '＞';
}

/** The lines, last one excluded, by which a mail program introduces an earlier letter. */
export interface QuoteHead {
  readonly from: number;
  readonly to: number;
}

/** Longer lines are what people write, not what programs put above a quote. */
const LINE = 1_000;
const RULE = /^[\s*]*[-_=—─－]{2,}[\s*]*$/;
/** A line of dashes, or the title that some programs put above a quote without any. */
export const isRule = (line: string): boolean =>
  line.length <= LINE && (RULE.test(line) || /^\s*(?:原始邮件|原邮件|Original Message)\s*$/.test(line));

const BETWEEN_DASHES =
  /^[\s*|]*[-_=—─－]{2,}(?:\s|&nbsp;)*(?:(?:回复的|回復的|转发的|轉寄的)?(?:原始|原)(?:邮件|郵件|信息|消息|文)(?:信息)?|(?:回复|转发|轉寄)的?(?:邮件|郵件)(?:信息)?|邮件原[件文]|original(?:[ \u00a0](?:message|mail|e-?mail))?|forwarded[ \u00a0](?:message|mail)|(?:reply|replied)[ \u00a0]message|message d['’]origine|mensaje original|mensagem original|messaggio originale|ursprüngliche nachricht|oprindelig besked|opprinnelig melding|ursprungligt meddelande|исходное сообщение)(?:\s|&nbsp;)*[-_=—─－]{2,}[\s*|]*(?:(?:发件人|From)[\s:：].*)?$/i;
/** ---- On Wed, 24 Feb 2021 14:02:50 +0530 a@b.example wrote ---- */
const DASHED_ATTRIBUTION = /^-{2,}\s?(?:On|在|于)\s.{4,300}\s(?:wrote|写道?)\s?[:：]?\s?-{2,}\s*$/;
const ALONE =
  /^\s*(?:begin forwarded message|(?:以下是)?(?:开始)?(?:转发|回复|被转发|原始|轉寄)的?(?:原)?(?:邮件|郵件))[:：]\s*$/i;

type Label = 'from' | 'date' | 'to' | 'cc' | 'subject';
/** The names of header fields above a quote, in the languages in which programs write them. */
const LABELS: readonly (readonly [Label, string])[] = [
  ['from', 'From|发件人|寄件者|寄件人|发信人|De|Von|Van|Da|Fra|Från|Od|От'],
  ['date', 'Sent|Date|发送时间|发件时间|发送日期|日期|时间|寄件日期|傳送時間|Envoyé|Envoyéle|Verzonden|Gesendet|Datum|Inviato|Data|Dato|Sendt|Enviado|Enviadoel|Enviadoem|Messagedu|Дата'],
  ['to', 'To|收件人|收件者|收信人|An|Aan|À|A|Til|Till|Para|Кому'],
  ['cc', 'Cc|抄送|副本|Kopie|Copieà|Kopi'],
  ['subject', 'Subject|主题|主旨|标题|主題|Objet|Onderwerp|Betreff|Oggetto|Emne|Ämne|Assunto|Asunto|Тема'],
]; // prettier-ignore
const NAMES = new Map(LABELS.flatMap(([label, names]) => names.split('|').map((name) => [name.toLowerCase(), label] as const)));

const FIELD = /^[\s*|]{0,12}([\p{L}][\p{L}\s\u3000]{0,14}?)\s{0,3}\*{0,2}\s{0,3}[:：|]/u;
function labelOf(line: string): Label | null {
  const name = line.length <= LINE ? FIELD.exec(line)?.[1] : undefined;
  return name === undefined ? null : (NAMES.get(name.replace(/\s+/g, '').toLowerCase()) ?? null);
}
/** Some programs flatten the whole head into one line. */
const IN_ONE_LINE = [/(?:发送时间|发送日期|日期|Sent|Date)\s?[:：]/, /(?:收件人|To)\s?[:：]/, /(?:主题|Subject)\s?[:：]/];

/** A block of fields around this From line: two more of them within a few lines. */
function blockAt(lines: readonly string[], at: number): QuoteHead | null {
  const seen = new Set<Label>(['from']);
  let from = at;
  for (let up = at - 1; up >= Math.max(0, at - 5); up--) {
    const label = labelOf(lines[up]!);
    if (!label || label === 'from') break;
    seen.add(label);
    from = up;
  }
  let to = at + 1;
  for (let down = at + 1; down < Math.min(lines.length, to + 3); down++) {
    const label = labelOf(lines[down]!);
    if (!label) continue;
    if (label === 'from') break;
    seen.add(label);
    to = down + 1;
  }
  return seen.size >= 3 || IN_ONE_LINE.filter((field) => field.test(lines[at]!)).length >= 2 ? { from, to } : null;
}

const VERB =
  '(?:wrote|writes|写道|寫道|写入|写到|napisała?(?:\\(a\\))?|napisał\\(a\\)|a écrit|schreef|schrieb|ha scritto|escreveu|escribió|kirjoitti|skrev|írta|пишет|написала?)';
const ENDS = new RegExp(
  `${VERB}\\s{0,3}[:：]\\s{0,3}$|\\bwrote\\s{0,3}$|^>?\\s{0,3}[:：]\\s{0,3}$|[>)\\]]\\s{0,3}[:：]\\s{0,3}$`,
  'i',
);
const HAS_VERB = new RegExp(VERB, 'i');
const MAIL = /[^\s<>@]{1,80}@[^\s<>@]{1,80}/;
const TIME = /\d{1,2}[:.：]\d{2}/;
const YEAR = /(?:19|20)\d{2}/;
/** Where such a line begins: a preposition and a date, or the date itself. */
const BEGINS: readonly RegExp[] = [
  /^\s{0,8}(?:On|At|Le|Il|Op|Em|El|Am|Den|W dniu|Dnia|In data|Dne)\s.{0,60}\d/,
  /^\s{0,8}[在于於]\s{0,3}(?:[星期周一二三四五六日天,，\s]{0,10})\d{4}\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}\s?[日号]?(?=[\s,，（(星周\d上下早中晚]|$)/,
  /^\s{0,8}(?:\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}[:.]\d{2}\s?(?:[AP]M)?,)/i,
  /^\s{0,8}\p{L}{2,12}[.,]{0,2}\s.{0,30}\d{4}.{0,20}\d{1,2}[:.]\d{2}/u,
  /^\s{0,8}[在于於]\s.{0,40}\d{1,2}[:：]\d{2}/,
  /@[^\s<>]{1,80}>?\s{0,3}[于於在]\s{0,3}\d{4}\s?年/,
  /^\s{0,8}[在于於]\s?.{0,60}@[^\s<>]{1,80}>?.{0,6}\d{4}\s?年/,
  /^.{1,40}[于於]\s?\d{4}年\d{1,2}月\d{1,2}日.{0,20}\d{1,2}[:：]\d{2}.{0,4}[写寫]道/,
];

/** 在 2026年11月3日，10:12，某人 写道： / On Nov 3, 2026, somebody wrote: - on one line or broken over up to four. */
function attributionEndingAt(lines: readonly string[], at: number): QuoteHead | null {
  if (!/(?:[:：]|wrote)\s{0,3}$/i.test(lines[at]!.slice(-9)) || !ENDS.test(lines[at]!)) return null;
  let joined = '';
  let found: QuoteHead | null = null;
  for (let from = at; from >= Math.max(0, at - 3); from--) {
    const line = lines[from]!;
    if (line.trim() === '' || line.length > LINE || (from < at && isQuoted(line))) break;
    joined = from === at ? line : `${line} ${joined}`;
    if (!BEGINS.some((begin) => begin.test(line))) {
      if (found) break;
      continue;
    }
    const whom = MAIL.test(joined);
    if ((HAS_VERB.test(joined) || whom) && (whom || TIME.test(joined) || YEAR.test(joined))) found = { from, to: at + 1 };
  }
  return found;
}

/** The head of a quote that this line belongs to, or null. */
export function quoteHeadAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = lines[at]!;
  if (line.length > LINE || line.length < 2) return null;
  if (/[-_=—─－]{2}|邮件|郵件|message/.test(line) && [BETWEEN_DASHES, DASHED_ATTRIBUTION, ALONE].some((one) => one.test(line)))
    return { from: at, to: at + 1 };
  if (labelOf(line) === 'from') {
    const block = blockAt(lines, at);
    if (block) return block;
  }
  return attributionEndingAt(lines, at);
}
