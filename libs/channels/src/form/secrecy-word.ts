import type { Secrecy } from '@hub/domain';

const DECLINED = /[不非无](?:需要?|要求?|用|必|是)?(?:保密|匿名)/g;
const NO = /^(?:否|不|不是|无|n|no|false|0|×)$/i;
const YES = /^(?:是|要|需要?|y|yes|true|1|√|✓)$/i;

/** What the citizen asked for, from a word ("匿名") or an answer ("是否保密：是"); null where nothing is said. */
export function secrecyOf(said: string): Secrecy | null {
  const [question = '', answer = ''] = said.split(/[:：]/).map((part) => part.trim());
  if (NO.test(answer)) return question.includes('实名') ? 'anonymous' : 'named';
  const word = (answer && !YES.test(answer) ? answer : said).replace(DECLINED, '实名');
  if (/保密|不要?公开|confidential/.test(word)) return 'confidential';
  if (/匿名|anonymous/.test(word)) return 'anonymous';
  return /实名|named/.test(word) ? 'named' : null;
}

const UNNAMED =
  /^(?:匿名(?:用户|网友|群众|市民|举报人?|投诉人?)?|(?:不愿意?|不肯|没有?|未|拒绝?)(?:透露|留|提供)(?:真?姓?名|名字)?|不留(?:姓名|名字?))$/;
const NO_NAME = /^(?:(?:已|要求)?保密|不详|未知|无名氏?|无|[-—/*＊]+)$/;

/** A name as logs hold it: "保密" and "匿名" are no names but wishes, "张先生（要求保密）" is both. */
export function nameOf(written: string): { name: string; secrecy: Secrecy | null } {
  if (UNNAMED.test(written.trim())) return { name: '', secrecy: 'anonymous' };
  const secrecy = secrecyOf(written);
  if (NO_NAME.test(written.trim())) return { name: '', secrecy };
  return { name: written.replace(/[(（【[][^()（）]*(?:保密|匿名|实名)[^()（）]*[)）】\]]/g, '').trim(), secrecy };
}
