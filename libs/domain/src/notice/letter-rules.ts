import type { LetterKind, LetterName } from './letter';

export interface LetterRule {
  /** What the office calls it. */
  readonly name: string;
  readonly to: 'citizen' | 'department';
  /**
   * RFC 3834 §5: `auto-replied` answers a mail and `auto-generated` answers none; null where a person wrote the letter or
   * decided on it, and then it carries no mark of a machine.
   */
  readonly automatic: 'auto-replied' | 'auto-generated' | null;
  /**
   * One of a series that its reader may end: it needs List-Unsubscribe with a link that really ends it (RFC 2369 §3.2, RFC
   * 8058). No letter of today is one: each answers what its reader asked of us, or is owed by law.
   */
  readonly series: false;
}

const series = false;

/** What the office calls each letter that it words. */
export const letterName = (name: LetterName): string => (name === 'discreet' ? '保密来件的通知' : LETTER_RULES[name].name);

/** What each kind of letter is, and so which marks it carries. */
export const LETTER_RULES: Readonly<Record<LetterKind, LetterRule>> = {
  acknowledgement: { name: '回执', to: 'citizen', automatic: 'auto-replied', series },
  reply: { name: '答复', to: 'citizen', automatic: null, series },
  question: { name: '请补充', to: 'citizen', automatic: null, series },
  whereabouts: { name: '去向告知', to: 'citizen', automatic: 'auto-generated', series },
  'non-acceptance': { name: '不予受理告知', to: 'citizen', automatic: null, series },
  extension: { name: '延期告知', to: 'citizen', automatic: null, series },
  'track-link': { name: '查询链接', to: 'citizen', automatic: 'auto-generated', series },
  transfer: { name: '转送函', to: 'department', automatic: null, series },
  'transfer-reminder': { name: '转交提醒', to: 'department', automatic: 'auto-generated', series },
  'transfer-returned': { name: '转交退回告知', to: 'citizen', automatic: 'auto-generated', series },
};
