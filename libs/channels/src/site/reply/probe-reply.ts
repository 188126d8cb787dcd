import type { ListedPost } from '../list-page';
import type { SiteProfile, SiteReply } from '../profile';
import { answersOn } from './find-answer';
import { answerForm, DEFAULT_FORM } from './posting-form';
import { SiteReplier } from './site-replier';

/** What answering would find under a post, in Chinese sentences; it logs in where it must, and posts nothing. */
export async function probeReply(
  source: string,
  profile: SiteProfile,
  reply: SiteReply,
  post: ListedPost | undefined,
): Promise<string[]> {
  if (!post) return ['回复：列表里没有帖子可试，没有看。'];
  const replier = new SiteReplier(source, profile, reply);
  const owed = { postId: post.id, url: post.url.href };
  const lines = [`回复（用帖子 ${post.id} 试，没有贴任何东西）：`];
  const answers = answersOn(await replier.page(owed), profile, reply);
  lines.push(
    'fault' in answers
      ? `  查重：对不上，${answers.fault}。照这样开通，看不清就不会贴。`
      : `  查重：${reply.check.answers} 找到 ${answers.length} 条答复${answers.length ? `，如“${answers.at(-1)!.replace(/\s+/g, ' ').slice(0, 40)}”` : '；请找一个已有答复的帖子核对位置'}。`,
  );
  if (reply.api) lines.push(`  接口：${reply.api.method ?? 'POST'} ${reply.api.url.replaceAll('{id}', post.id)}（没有调用）。`);
  const page = await replier.formPage(owed);
  if (!page) return lines;
  const form = answerForm(page, reply.form!, profile.encoding);
  if ('fault' in form) return [...lines, `  表单：对不上，${form.fault}。照这样开通，会贴不上。`];
  const hidden = form.names.filter((name) => form.fields[name] && name !== reply.form!.textField);
  lines.push(
    `  表单：${reply.form!.selector ?? DEFAULT_FORM} 找到，交到 ${form.action.href}；栏目 ${form.names.join('、')}${hidden.length ? `（网页已填好 ${hidden.join('、')}）` : ''}，答复填在 ${reply.form!.textField}。`,
  );
  const strange = Object.keys(reply.form!.fields ?? {}).filter((name) => !form.names.includes(name));
  if (strange.length) lines.push(`  注意：表单里没有看到 ${strange.join('、')}；是按钮的不要紧，不是的请核对。`);
  return lines;
}
