import { plainSigns } from '../matter/likeness';
import { TOPICS } from '../appeal/topic';
import type { PublicationContent } from './publication';

/** Of a question only its beginning counts; more words find no more. */
const ASKED_SIGNS = 400;
/** What a search box takes. */
const SEARCHED_SIGNS = 20;
/** In front of what is no word of the text, so that no text has it: signs for private use. */
const TOPIC_SIGN = 0xe001;
const STREET_SIGN = 0xe002;

/** Two signs of a text in one whole number, each pair another one. */
const pairOf = (first: number, second: number): number => (first << 16) | second;

/** The pairs of neighbouring signs, each once: no list of words is needed, and none is missed (路路灯不亮). */
export function pairsOf(text: string): number[] {
  const signs = plainSigns(text);
  const pairs = new Set<number>();
  for (let at = 0; at + 2 <= signs.length; at++) pairs.add(pairOf(signs.charCodeAt(at), signs.charCodeAt(at + 1)));
  return [...pairs];
}

/** Under what a publication is found. */
export function publicationTerms({ title, facts, findings, measures, topic, street }: PublicationContent): number[] {
  // Between the parts stands no pair.
  const texts = [title, facts, findings, measures].flatMap(pairsOf);
  return [...new Set([...texts, ...filterTerms({ topic, street })])];
}

/** What a choice of topic and street is found by; streets of one term are told apart by the row itself. */
export function filterTerms({ topic, street }: { readonly topic?: string | null; readonly street?: string | null }): number[] {
  const place = (TOPICS as readonly string[]).indexOf(topic ?? '');
  return [
    ...(place < 0 ? [] : [pairOf(TOPIC_SIGN, place)]),
    ...(street
      ? [
          pairOf(
            STREET_SIGN,
            [...street].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) & 0xffff, 7),
          ),
        ]
      : []),
  ];
}

/** What a search asks for, all of it to be found; null where the words are too short to be looked for. */
export function searchTerms(words: string): number[] | null {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  const pairs = [...new Set(parts.flatMap((part) => pairsOf([...part].slice(0, SEARCHED_SIGNS).join(''))))];
  if (!parts.length) return [];
  return pairs.length ? pairs.slice(0, SEARCHED_SIGNS) : null;
}

/** Pairs that stand in nearly every letter and say nothing of what it is about. */
const EVERYDAY = new Set(
  pairsOf(
    '我们 你们 他们 您好 你好 请问 希望 问题 情况 反映 投诉 举报 咨询 建议 处理 居民 小区 影响 附近 这个 那个 怎么 什么 没有 已经 可以 是否 时间 ' +
      '每天 现在 一直 非常 严重 上海 海市 普陀 陀区 街道 有关 部门 领导 谢谢 感谢 尽快 解决 生活 休息 周边 区的 的居 居民 我家 家住 因为 所以 但是 如果 晚上 白天',
  ),
);

/** What a question is about, by pairs; the everyday ones say nothing. */
export const tellingPairs = (text: string): number[] =>
  pairsOf([...text].slice(0, ASKED_SIGNS).join('')).filter((pair) => !EVERYDAY.has(pair));

/** So many telling pairs must be the same, of which the title counts twice; with the same topic fewer are enough. */
const LEAST_COMMON = 5;
const LEAST_COMMON_OF_TOPIC = 3;

/** How near a publication or an article comes to what somebody writes; 0 where it has nothing to do with it. */
export function nearness(
  asked: { readonly pairs: ReadonlySet<number>; readonly topic: string | null },
  found: { readonly title: string; readonly text: string; readonly topic: string | null },
): number {
  const common = (text: string) => pairsOf(text).filter((pair) => asked.pairs.has(pair)).length;
  const near = 2 * common(found.title) + common(found.text);
  const ofTopic = asked.topic !== null && asked.topic === found.topic;
  return near >= (ofTopic ? LEAST_COMMON_OF_TOPIC : LEAST_COMMON) ? near + (ofTopic ? 2 : 0) : 0;
}
