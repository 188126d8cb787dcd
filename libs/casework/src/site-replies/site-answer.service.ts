import { Inject, Injectable } from '@nestjs/common';
import { Fault, mayBePosted, replyMark, siteReplyText, type Office, type SiteReplyDoor } from '@hub/domain';
import type { PostEntity } from '@hub/persistence';
import type { ActContext } from '../acts/case-act';
import { LeakCheckService } from '../acts/leak-check.service';
import { OFFICE } from '../tokens';

/** Answers under the citizen's own post on a complaint site, for everybody to read. */
@Injectable()
export class SiteAnswerService {
  constructor(
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /**
   * Owes the site an answer where the appeal came from one that takes them; false where it did not. `asked` where a person
   * wants just that. Throws `LeakFound` where the text is not for everybody.
   */
  async owe({ appeal, stores, now, by }: ActContext, text: string, messageId: number, asked: boolean): Promise<boolean> {
    const posts = this.office.siteReplies.length && mayBePosted(appeal) ? await stores.posts.ofAppeal(appeal.id) : [];
    const place = placeOfAnswer(posts, this.office.siteReplies);
    if (!place) {
      if (asked) throw new Fault('refused', 'no-site-reply', '这一件不能回复到网站。', NO_SITE);
      return false;
    }
    const { post, door } = place;
    const mark = replyMark(appeal.number, (await stores.siteReplies.of(appeal.id)).length);
    const body = siteReplyText(door, { text, number: mark, bureau: this.office.bureau });
    const { maxChars, channel, source } = door;
    if (maxChars !== null && body.length > maxChars)
      throw new Fault(
        'refused',
        'too-long-for-site',
        `${source}一条答复最多 ${maxChars} 字，这一条连署名有 ${body.length} 字。`,
        '请改短，或选别的答复方式。',
      );
    const published = (await stores.messages.lettersOf([appeal.id])).slice(0, 1);
    const parts = [{ where: '答复', text }];
    await this.leaks.refuse({ appeal, stores, now, by }, { audience: 'public', parts, published });
    const { postId, url } = post;
    await stores.siteReplies.add({ appealId: appeal.id, messageId, channel, source, postId, url, mark, body, createdAt: now });
    return true;
  }
}

const NO_SITE =
  '保密件、反映本单位或工作人员的件不公开答复；原帖已不在，或网站没有设好回复（config/channels.yaml 的 reply）的，请选别的答复方式。';

/** The newest post that still stands on a site that takes answers. */
export function placeOfAnswer(
  posts: readonly PostEntity[],
  doors: readonly SiteReplyDoor[],
): { readonly post: PostEntity; readonly door: SiteReplyDoor } | null {
  for (const post of [...posts].reverse()) {
    const door = doors.find(({ channel }) => channel === post.channel);
    if (door && !post.goneAt) return { post, door };
  }
  return null;
}
