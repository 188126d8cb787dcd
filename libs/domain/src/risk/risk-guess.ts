import { HEALTH, MEDIA, RISK_LOOKERS, type RiskFactors, type RiskLooker } from './risk';

/** What is known of an appeal without asking anybody. */
export interface RiskFacts {
  /** What the citizen wrote, in all his letters. */
  readonly text: string;
  /** His letters and calls, the first one included. */
  readonly letters: number;
  readonly daysLate: number;
  readonly dissatisfied: number;
}

const GROUP = /联名|集体|业委会|业主(?:们|代表)|全体(?:居民|业主)|居民代表|我们(?:全楼|整栋|整幢|小区)/;
const SICK = /头晕|头痛|头疼|恶心|呕吐|咳嗽|过敏|胸闷|喘不过气|睡不着|失眠|流鼻血/;
const PROVED = /住院|就医|看(?:了)?急诊|医院(?:证明|诊断|检查)|病历|诊断(?:书|证明)|血铅/;
const HEARD = /网上(?:发|曝光)|微博|论坛|发(?:到|在)网|东方网/;
const PRESS = /记者|电视台|报社|新闻(?:媒体|坊|报道)|媒体(?:曝光|报道)|晨报|晚报/;
const COUNT = /(\d{1,5})\s*(?:多|余)?\s*(户|人|名)/g;
/** A household counts as this many persons (Shanghai's average is between two and three). */
const HOUSEHOLD = 3;

const people = (text: string): number =>
  Math.max(1, ...[...text.matchAll(COUNT)].map(([, count, of]) => Number(count) * (of === '户' ? HOUSEHOLD : 1)));

/** A first filling of the form, from facts and from the citizen's words; whoever assesses corrects it. */
export const guessRisk = ({ text, letters, daysLate, dissatisfied }: RiskFacts): RiskFactors => ({
  people: people(text),
  repeats: letters,
  group: GROUP.test(text),
  daysLate,
  dissatisfied,
  media: MEDIA[PRESS.test(text) ? 2 : HEARD.test(text) ? 1 : 0]!,
  health: HEALTH[PROVED.test(text) ? 2 : SICK.test(text) ? 1 : 0]!,
});

/** Whoever stands above the one who must look may sign as well. */
export const maySign = (looker: RiskLooker, role: string): boolean => {
  const rank = RISK_LOOKERS.findIndex((one) => one === role);
  return rank >= RISK_LOOKERS.indexOf(looker);
};
