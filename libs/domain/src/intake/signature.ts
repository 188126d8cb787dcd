import { isRule } from './quote-head';

/** How many lines a signature may have; what is longer is a letter. */
const LINES = 20;
const SHORT = 60;

/** What programs on telephones put below a letter. */
const MOBILE: readonly RegExp[] = [
  /^Sen[dt] (?:from|via|with|by) (?:(?:my|the) [\w.®™+ -]{1,50}|[A-Z][\w.®™+ -]{1,50})\.?$/,
  /^(?:get|download) outlook for (?:ios|android)$/i,
  /^(?:envoyé|gesendet|verzonden|inviato|enviado|skickat|sendt) (?:à partir de|de|depuis|von|vom|vanaf|da|desde|från|fra) .{2,60}$/i,
  /^(?:发自|發自|发送自|寄自)\s?(?!.{0,4}(?:内心|肺腑|真心))[^。！？!?；;，,]{1,40}$/,
  /^(?:来自|來自)\s?(?:我的\s?[A-Za-z].{0,30}|.{0,20}(?:iPhone|iPad|Android|安卓|手机|邮箱|邮件|客户端|Outlook|Foxmail|Mail).{0,8})$/,
  /^(?:从|從|由|用|通过|使用)\s?.{1,30}(?:发送|發送|发出|寄出)$/,
  /^(?:获取|取得|下载|獲取|下載)\s?(?:适用于|適用於|用于)?\s?.{0,20}Outlook.{0,20}$/i,
  /^[|\s]{0,4}签名由\s?.{1,20}\s?定制[|\s]{0,4}$/,
];
const LINK = /^<?https?:\/\/\S{1,300}>?$/;
const REGARDS =
  /^(?:(?:with |my )?(?:best|kind|kindest|warm|many|sincere)?\s?regards|best wishes|祝好|祝安|顺?祝?商祺|顺颂\S{1,4}|此祝\S{1,4})[\s,，.。!！~]{0,3}$/i;
const CONTACT =
  /\d{7}|\d{3,4}-\d{3,8}|[^\s@]{1,60}@[^\s@]{1,60}|https?:|www\.|电话|手机|地址|邮箱|公司|传真|Tel\b|Mob\b|Phone|Address/i;
const NAME_AFTER_HYPHEN = /^-\p{L}[\p{L}. ]{1,30}$/u;
const SECRET =
  /^(?:本|此)(?:电子)?邮件.{0,60}(?:保密|机密|专有|仅供)|^This (?:e-?mail|message)\b.{0,120}\b(?:confidential|intended)/i;
const BARS = /^\s{0,4}\|[\s|]{0,10}$/;

/** The line from which the lines above `end` are a signature, or -1. What stands above it is never empty. */
export function signatureStart(lines: readonly string[], end: number): number {
  const places = lastWritten(lines, end);
  const text = (place: number) => lines[place]!.trim();
  const last = places[0];
  if (last === undefined) return -1;
  if (isMobile(text(last))) return last;
  if (LINK.test(text(last)) && places[1] !== undefined && isMobile(text(places[1]))) return places[1];
  if (NAME_AFTER_HYPHEN.test(text(last)) && (last === 0 || lines[last - 1]!.trim() === '')) return last;
  if (SECRET.test(lines[last]!.slice(0, 200).trim())) return last;

  if (isAddressBlock(lines, last)) return last - (isBlank(lines[last - 1]!) ? 0 : 1);

  let bars = -1;
  let contact = false;
  let long = false;
  let sentences = 0;
  for (const [below, place] of places.entries()) {
    const line = text(place);
    if (line === '--' || line === '- -' || /^_{2,}$/.test(line)) return sentences > 1 ? -1 : place;
    if (BARS.test(line) && !long) bars = place;
    if (below > 0 && below <= 8 && !long) {
      if (REGARDS.test(line)) return place;
      if (isRule(line) && line.length >= 5 && contact) return place;
    }
    contact ||= CONTACT.test(line);
    const isSentence = /[。！？；]/.test(line);
    if (isSentence) sentences++;
    long ||= isSentence || line.length > SHORT;
  }
  return bars >= 0 && contact ? bars : -1;
}

/** Without the address of the program's maker, and without the line that the next letter begins with. */
function isMobile(line: string): boolean {
  const said = line.replace(/<https?:[^<>]{1,300}>|\(https?:[^()]{1,300}\)|[[\]]|[-_—]{8,}$/g, '').trim();
  return MOBILE.some((mobile) => mobile.test(said));
}

const isBlank = (line: string): boolean => line.trim() === '';

/** Foxmail puts the name and the address of the account below a letter. */
function isAddressBlock(lines: readonly string[], last: number): boolean {
  if (last < 2 || !/^[\w.+-]{1,60}@[\w.-]{1,80}$/.test(lines[last]!.trim())) return false;
  return isBlank(lines[last - 1]!) || (lines[last - 1]!.trim().length <= 30 && isBlank(lines[last - 2]!));
}

/** The last written lines above `end`, from below. */
function lastWritten(lines: readonly string[], end: number): number[] {
  const places: number[] = [];
  for (let at = end - 1; at >= Math.max(0, end - 3 * LINES) && places.length <= LINES; at--)
    if (lines[at]!.length <= 1_000 && lines[at]!.trim() !== '') places.push(at);
  return places;
}
