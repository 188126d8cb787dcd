import { ChannelTrouble } from '../channel-trouble';

/** The site answered that there is no such page: a certain answer. */
export class PageMissing extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The site answered, and trying again will not help: it is about this page, not about the site's day. */
export class PageRefused extends Error {}

/** What the site shows is not what the profile says; nothing of it is taken in. */
export class LayoutAlarm extends ChannelTrouble {
  constructor(source: string, where: URL, what: string) {
    super(
      `“${source}”的版面可能改了，这一页什么也没有收：${what}。请照新网页改渠道设置里的 profile（${where.href.slice(0, 200)}），改好前可用 yxt channel probe 看看读到什么。`,
      'layout',
    );
  }
}
