import type { ServerResponse } from 'node:http';

/** What a made-up site does with an answer that is posted to it; the line is cut as by a proxy that dies. */
export type OnReply =
  'take' | 'cut-before' | 'cut-after' | 'refuse' | 'busy' | 'broken' | 'silent-success' | 'hang-before' | 'hang-after';

const TAKING: readonly OnReply[] = ['take', 'cut-after', 'silent-success', 'hang-after'];

/** Answers by post, and the manners of a site that takes them. */
export class TakenReplies {
  on: OnReply = 'take';
  /** As the site stored them, in order. */
  readonly all: { readonly postId: string; readonly text: string }[] = [];
  /** Posts that came, taken or not. */
  posts = 0;

  of(postId: string | number): string[] {
    return this.all.filter((one) => one.postId === String(postId)).map(({ text }) => text);
  }

  /** True where the site is to say that it has taken the answer; otherwise it has been answered already. */
  take(postId: string, text: string, response: ServerResponse): 'said' | 'unsaid' | null {
    this.posts += 1;
    if (this.on === 'refuse') return 'unsaid';
    if (this.on === 'busy') response.writeHead(429, { 'retry-after': '600' }).end();
    if (this.on === 'broken') response.writeHead(502).end();
    if (TAKING.includes(this.on)) this.all.push({ postId, text });
    if (this.on === 'cut-before' || this.on === 'cut-after') response.destroy();
    return this.on === 'take' ? 'said' : this.on === 'silent-success' ? 'unsaid' : null;
  }
}
