import type { Kind } from '../appeal/kind';
import type { AppealStatus } from '../appeal/status';
import type { Topic } from '../appeal/topic';
import type { Track } from '../appeal/track';

/** What a reply template may ask for as `{{name}}`. */
export const REPLY_FIELDS = [
  '编号', '称呼', '收到日期', '来件方式', '类型', '主题', '途径', '事由', '地点', '承办单位', '承办人', '联系日期', '现场时间', '现场地点',
  '现场人员', '调查情况', '答复期限', '外单位', '外单位答复', '单位名称', '联系电话', '办公时间', '查询网址', '今天',
] as const; // prettier-ignore
export type ReplyField = (typeof REPLY_FIELDS)[number];
export type ReplyValues = Readonly<Record<ReplyField, string>>;

/** A beginning for a reply; where it fits is said by what is written, and what is not written fits all. */
export interface ReplyTemplate {
  readonly id: string;
  readonly name: string;
  readonly kinds?: readonly Kind[];
  readonly topics?: readonly Topic[];
  readonly tracks?: readonly Track[];
  readonly statuses?: readonly AppealStatus[];
  readonly text: string;
}

export interface TemplateFacts {
  readonly kind: Kind;
  readonly topic: Topic | null;
  readonly track: Track | null;
  readonly status: AppealStatus;
}

const allows = <T>(wanted: readonly T[] | undefined, has: T | null): boolean =>
  !wanted?.length || (has !== null && wanted.includes(has));

const closeness = ({ kinds, topics, tracks, statuses }: ReplyTemplate): number =>
  (topics?.length ? 4 : 0) + (kinds?.length ? 2 : 0) + (tracks?.length || statuses?.length ? 1 : 0);

/** The templates that fit an appeal, those that say more of it first. */
export const fittingTemplates = (templates: readonly ReplyTemplate[], facts: TemplateFacts): ReplyTemplate[] =>
  templates
    .filter(
      ({ kinds, topics, tracks, statuses }) =>
        allows(kinds, facts.kind) && allows(topics, facts.topic) && allows(tracks, facts.track) && allows(statuses, facts.status),
    )
    .sort((a, b) => closeness(b) - closeness(a));

const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names in double braces that no template knows. */
export const strangeFields = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(FIELD)].map((found) => found[1]!).filter((name) => !(REPLY_FIELDS as readonly string[]).includes(name)),
  ),
];

export interface FilledTemplate {
  readonly text: string;
  /** Fields of which the hub knows nothing yet; each stands in the text as 【请填写…】. */
  readonly missing: readonly ReplyField[];
}

/** Fills a template. What a citizen or a colleague wrote is never read as a template. */
export function fillReply({ text }: Pick<ReplyTemplate, 'text'>, values: ReplyValues): FilledTemplate {
  const missing = new Set<ReplyField>();
  const filled = text.replace(FIELD, (_, name: ReplyField) => {
    const value = values[name]?.trim();
    if (value) return value;
    missing.add(name);
    return `【请填写${name}】`;
  });
  return { text: filled.trim(), missing: [...missing] };
}

/** What nobody has filled in yet. A reply does not go to approval with it. */
export const unfilledIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/【请填写([^【】]{1,12})】|\{\{\s*([^{}]{1,12}?)\s*\}\}/g)].map((found) => (found[1] ?? found[2])!),
  ),
];
