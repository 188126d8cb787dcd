export const LETTER_STATES = ['pending', 'sending', 'sent', 'dead', 'bounced'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** As people see it: `unknown` was handed over and nobody knows whether it was taken, whether it is tried again or not. */
export const SHOWN_LETTER_STATES = ['pending', 'sending', 'sent', 'dead', 'bounced', 'unknown'] as const;
export type ShownLetterState = (typeof SHOWN_LETTER_STATES)[number];

export const LETTER_STATE_WORDS: Readonly<Record<ShownLetterState, string>> = {
  pending: '待寄',
  sending: '在寄',
  sent: '已寄',
  dead: '寄不出',
  bounced: '已退回',
  unknown: '结果不明',
};

/** The same of an answer that is to stand on a complaint site. */
export const SITE_REPLY_STATE_WORDS: Readonly<Record<ShownLetterState, string>> = {
  pending: '待贴',
  sending: '在贴',
  sent: '已贴出',
  dead: '贴不上',
  bounced: '已撤下',
  unknown: '待核对',
};

export function shownLetterState({ state, doubts }: { readonly state: LetterState; readonly doubts: number }): ShownLetterState {
  return state === 'sent' || state === 'bounced' || !doubts ? state : 'unknown';
}
