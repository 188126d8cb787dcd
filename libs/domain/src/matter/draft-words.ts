import type { Secrecy } from '../appeal/channel';

/** What a common draft may say differently to each citizen; nothing of it tells more than his own masked view does. */
export const DRAFT_VARIABLES = ['称呼', '编号', '地点', '收到日期'] as const;
export type DraftVariable = (typeof DRAFT_VARIABLES)[number];

const HOLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Holes of the text that nothing can fill, e.g. 电话. */
export const unknownVariables = (text: string): string[] =>
  [...new Set([...text.matchAll(HOLE)].map(([, name]) => name ?? ''))].filter(
    (name) => !(DRAFT_VARIABLES as readonly string[]).includes(name),
  );

export const fillDraft = (text: string, values: Readonly<Record<DraftVariable, string>>): string =>
  text.replace(HOLE, (hole, name: string) => values[name as DraftVariable] ?? hole);

const TWO_SIGN_SURNAMES = /^(欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|南宫|长孙|宇文)/;

/** 陆先生/女士; where no name is to be told or none is known, 市民朋友. */
export function salutation(name: string, secrecy: Secrecy): string {
  const plain = name.trim();
  if (secrecy !== 'named' || !/^\p{Script=Han}{2,4}$/u.test(plain)) return '市民朋友';
  return `${TWO_SIGN_SURNAMES.exec(plain)?.[0] ?? plain[0]}先生/女士`;
}
