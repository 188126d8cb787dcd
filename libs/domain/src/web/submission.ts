import type { DraftFile } from './draft-file';
import { LATELY, type TypedDay } from './since';

/** When it usually happens. */
export const HOURS = { day: '白天', evening: '傍晚到 22 点', night: '22 点到清晨 6 点', any: '没有规律' } as const;

/** In the order of the day, whatever order they were ticked in. */
export const hoursWords = (chosen: readonly string[]): string =>
  Object.entries(HOURS)
    .flatMap(([hours, word]) => (chosen.includes(hours) ? [word] : []))
    .join('、');

export const REPLY_WAYS = { page: '自己上网查看', phone: '电话告诉我', letter: '寄信给我' } as const;
export type ReplyWay = keyof typeof REPLY_WAYS;

/** 代理人: whose matter it is. */
export const AGENTS = { no: '是我自己的事', yes: '替家人或别人反映', minor: '我不满 14 周岁' } as const;
export type Agent = keyof typeof AGENTS;

/** One thing that a citizen tells, as it was typed. 一事一件: each becomes an appeal of its own. */
export interface WebThing {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  /** Numbers in the text that he wants to stand there. */
  readonly kept: readonly string[];
  readonly from: TypedDay;
  readonly hours: readonly string[];
  readonly street: string;
  readonly place: string;
  /** Which enterprise it is about. */
  readonly site: string;
}

/** Who tells it, as it was typed. */
export interface WebContact {
  readonly secrecy: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly reply: string;
  readonly address: string;
  readonly agent: string;
  /** For whom, where he speaks for another. */
  readonly whom: string;
  readonly guardian: string;
  readonly guardianPhone: string;
  /** The guardian has been asked. */
  readonly agreed: boolean;
  /** Whether name and telephone may go to another department. */
  readonly share: string;
}

/** What a citizen is writing, over all steps. */
export interface WebSubmission {
  readonly things: readonly WebThing[];
  readonly contact: WebContact;
  readonly files: readonly DraftFile[];
}

export const NEW_THING: WebThing = {
  kind: '',
  subject: '',
  text: '',
  kept: [],
  from: LATELY,
  hours: [],
  street: '',
  place: '',
  site: '',
};

export const NEW_CONTACT: WebContact = {
  secrecy: 'confidential',
  name: '',
  phone: '',
  email: '',
  reply: 'page',
  address: '',
  agent: 'no',
  whom: '',
  guardian: '',
  guardianPhone: '',
  agreed: false,
  share: 'no',
};

export const NEW_SUBMISSION: WebSubmission = { things: [NEW_THING], contact: NEW_CONTACT, files: [] };
