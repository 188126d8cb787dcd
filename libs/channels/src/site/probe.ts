import { table, withOffset, type Instant } from '@hub/domain';
import { countFields, layoutFault } from './layout';
import { POST_FIELDS, placeOf, type SiteProfile } from './profile';
import { readList } from './read-list';
import { postedAt } from './post-record';
import { PostReader, type FoundPost } from './read-posts';
import { probeReply } from './reply/probe-reply';
import { PageMissing } from './site-trouble';
import type { SiteWeb } from './site-web';
import type { Values } from './values';

const POSTS = 10;

/** What the profile reads from the live site, as tables for whoever writes it; nothing is registered. */
export async function probeSite(source: string, profile: SiteProfile, web: SiteWeb): Promise<readonly string[]> {
  const page = await web.get(new URL(profile.listUrl));
  if (page === 'same') return [];
  const list = readList(page, profile);
  if (list.fault) return [`列表 ${page.url.href}：对不上。${list.fault}。`];
  const reader = new PostReader(source, profile, web);
  const found: FoundPost[] = [];
  const missing: string[] = [];
  for (const post of list.posts.slice(0, POSTS)) {
    const one = await reader.read(post).catch((error: unknown) => {
      if (error instanceof PageMissing) return null;
      throw error;
    });
    if (one && one !== 'same') found.push(one);
    else missing.push(post.id);
  }
  const values = found.flatMap((one) => one.values ?? []);
  const fault = layoutFault(values, profile, Date.now());
  const next = list.next?.href ?? (profile.pageParam ? `按参数 ${profile.pageParam} 翻页` : '没有找到');
  return [
    `列表 ${page.url.href}：${list.rows} 行，${list.posts.length} 个帖子；下一页：${next}。`,
    `看了 ${found.length} 个帖子（最多看 ${POSTS} 个，没有登记）：`,
    table(
      ['编号', '标题', '作者', '时间', '地点', '正文'],
      found.map((one) => row(one, profile)),
      32,
    ).trimEnd(),
    '各栏：',
    table(['栏目', '位置', '有的', '例'], fields(values, profile), 40).trimEnd(),
    ...missing.map((id) => `帖子 ${id}：列表上有，网页已没有。`),
    ...found.flatMap(({ post, bare }) => (bare ? [`帖子 ${post.id}：${bare}`] : [])),
    ...(profile.reply ? await probeReply(source, profile, profile.reply, found[0]?.post) : []),
    fault ? `对不上：${fault}。照这样开通，会报警而不收。` : '都对得上，可以开通。',
  ];
}

const shownTime = (at: Instant | null): string | null => at && withOffset(at).slice(0, 16).replace('T', ' ');

const row = ({ post, values }: FoundPost, profile: SiteProfile): string[] => [
  post.id,
  values?.subject ?? '',
  values?.author ?? '',
  shownTime(values && postedAt(values, profile.datePattern, Date.now())) ?? values?.postedAt ?? '',
  values?.place ?? '',
  (values?.text ?? '').replace(/\s+/g, ' '),
];

function fields(values: readonly Values[], profile: SiteProfile): string[][] {
  const counts = countFields(values, profile, Date.now());
  return POST_FIELDS.flatMap((field) => {
    const place = placeOf(profile, field);
    if (!place) return [];
    const there = values.filter((one) => one[field]).length;
    const undated = counts.find((one) => one.field === field)?.undated ?? 0;
    const example = values.find((one) => one[field])?.[field] ?? '';
    return [
      [field, place, `${there}/${values.length}${undated ? `（${undated} 个不是日期）` : ''}`, example.replace(/\s+/g, ' ')],
    ];
  });
}
