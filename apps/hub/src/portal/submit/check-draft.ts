import { createHash } from 'node:crypto';
import type { WebForm } from '@hub/casework';
import { KINDS, SECRECIES, type Kind, type Secrecy } from '@hub/domain';
import type { FieldFault } from '../layout/faults';
import type { Draft } from './draft';
import { privateDataIn } from './private-data';

export const LIMITS = { subject: 40, text: 5000, place: 100, name: 40, phone: 30, email: 120 } as const;
/** Where the matter lies must be known to look at it; a question or an idea may lie nowhere. */
const PLACED: readonly string[] = ['complaint', 'report'];
export const UNKNOWN_STREET = 'unknown';

/** Everything that the citizen has to change, in the order of the page. */
export function faultsOf(draft: Draft, streets: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = [];
  const say = (wrong: unknown, field: string, words: string) => {
    if (wrong && !faults.some((one) => one.field === field)) faults.push({ field, words });
  };
  const tooLong = (field: keyof typeof LIMITS, label: string) => {
    const { length } = draft[field];
    say(length > LIMITS[field], field, `${label}写了 ${length} 个字，请减到 ${LIMITS[field]} 个字以内`);
  };
  say(!KINDS.includes(draft.kind as Kind), 'kind-inquiry', '请选一个最接近的类型');
  say(!draft.subject, 'subject', '请用一句话概括');
  tooLong('subject', '概括');
  say(!draft.text, 'text', '请写一写详细情况');
  tooLong('text', '详细情况');
  const found = draft.keep ? null : privateDataIn(draft.text);
  say(found, 'text', `详细情况里好像有一个${found}，请删去`);
  const known = streets.includes(draft.street) || draft.street === UNKNOWN_STREET;
  say(draft.street ? !known : PLACED.includes(draft.kind), 'street', '请选择街道或镇，说不准就选“不清楚”');
  tooLong('place', '地点');
  say(!SECRECIES.includes(draft.secrecy as Secrecy), 'id-named', '请选实名、保密或匿名');
  if (draft.secrecy !== 'anonymous') {
    say(draft.secrecy === 'named' && !draft.name, 'name', '请写怎么称呼您');
    tooLong('name', '称呼');
    say(!draft.phone && !draft.email, 'phone', '请留下电话或邮箱；都不想留的，请选“匿名”');
    say(draft.phone && !isPhone(draft.phone), 'phone', '电话号码好像不对，请再核对一遍');
    say(draft.email && !isEmail(draft.email), 'email', '邮箱地址好像不对，请再核对一遍');
  }
  say(draft.website, 'send', '有一栏应当空着，却填了内容。已经替您清空，请再按一次“提交”');
  return faults;
}

const isPhone = (typed: string): boolean =>
  typed.length <= LIMITS.phone && /^\+?\d{5,15}(?:(?:转|x|#)\d{1,6})?$/.test(typed.normalize('NFKC').replace(/[\s()-]/g, ''));
const isEmail = (typed: string): boolean =>
  typed.length <= LIMITS.email && /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(typed);

/** The form of a draft without faults. Contact fields that were filled in before 匿名 was chosen are dropped here. */
export function formOf(draft: Draft): WebForm {
  const reachable = draft.secrecy !== 'anonymous';
  return {
    kind: draft.kind as Kind,
    subject: draft.subject,
    text: draft.text,
    street: draft.street && draft.street !== UNKNOWN_STREET ? draft.street : null,
    place: draft.place,
    secrecy: draft.secrecy as Secrecy,
    name: reachable ? draft.name : '',
    phone: reachable ? draft.phone : '',
    email: reachable ? draft.email : '',
    receipt: receiptFor(draft),
  };
}

/** A browser may bring an old form back with its token; when it then tells of something else, it is another appeal. */
function receiptFor({ receipt, kind, subject, text, place }: Draft): string {
  return createHash('sha256')
    .update(JSON.stringify([receipt, kind, subject, text, place]))
    .digest('base64url');
}
