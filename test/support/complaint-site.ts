import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import iconv from 'iconv-lite';
import { TakenReplies } from './taking-replies';

export interface InventedPost {
  readonly id: number;
  readonly subject: string;
  readonly text: string;
  readonly author: string;
  /** As the page shows it, 2011年3月15日 09:20. */
  readonly postedAt: string;
  readonly place: string;
}

/** Newest first, as the list shows them. */
export const INVENTED_POSTS: readonly InventedPost[] = [
  {
    id: 205,
    subject: '兰溪路夜里施工',
    text: '真如镇兰溪路工地\n夜里两点还在浇混凝土',
    author: '网友甲',
    postedAt: '2011年3月18日 23:10',
    place: '真如镇兰溪路',
  },
  {
    id: 204,
    subject: '饭店油烟',
    text: '曹杨路饭店的油烟直排到楼道',
    author: '匿名',
    postedAt: '2011年3月17日 12:00',
    place: '曹杨路',
  },
  {
    id: 203,
    subject: '咨询环评公示',
    text: '请问环评公示在哪里看？',
    author: '网友乙',
    postedAt: '2011年3月16日 8:05',
    place: '',
  },
  {
    id: 202,
    subject: '桃浦怪味',
    text: '桃浦镇真南路早上有怪味',
    author: '网友丙',
    postedAt: '2011年3月15日 09:20',
    place: '桃浦镇真南路',
  },
  {
    id: 201,
    subject: '建议挂牌',
    text: '建议河边排口都挂上牌子',
    author: '网友丁',
    postedAt: '2011年3月14日 19:45',
    place: '苏州河',
  },
];

/** The profile that reads this site; `listUrl` is its address. */
export const complaintSiteProfile = (listUrl: string) => ({
  listUrl,
  item: 'table.list tr.post',
  link: 'a.title',
  id: String.raw`show\.asp\?id=(\d+)`,
  nextPage: 'a.next',
  maxPages: 5,
  detail: { subject: 'h1', text: 'td.content', author: 'span.author', postedAt: 'span.time', place: 'span.place' },
  datePattern: 'yyyy年M月d日 HH:mm',
  pauseMs: 0,
  timeoutMs: 1_000,
  allowInward: ['127.0.0.1'],
});

/** How answers are posted on it: by the form under the post, with a token that the page hides in it. */
export const complaintSiteReply = () => ({
  form: { selector: 'form#answer', textField: 'content', fields: { act: '提交' } },
  success: { text: '回复成功' },
  check: { answers: 'div.answer', withinMinutes: 0 },
  everySeconds: 0,
});

/** A complaint centre of 2011 on this machine: tables, GB2312, relative links, two posts a page. */
export class ComplaintSite {
  posts: InventedPost[] = [...INVENTED_POSTS];
  readonly pageSize = 2;
  /** Every path asked for, in order; the most requests that were open at one time. */
  readonly requests: string[] = [];
  mostAtOnce = 0;
  /** The list or the post pages as after a new layout. */
  broken: 'list' | 'post' | null = null;
  /** Posts that are listed and gone, or hold no words, or answer with another status. */
  readonly gone = new Set<number>();
  readonly bare = new Set<number>();
  /** Answers every request, or those of one path, with this status. */
  status: { readonly code: number; readonly path?: string; readonly location?: string; readonly retryAfter?: string } | null =
    null;
  /** Answers 304 where a page is as the asker knows it. */
  tagged = false;
  /** Where the header names the encoding; the pages do so by themselves. */
  contentType = 'text/html';
  silent = false;
  /** The password that its login form wants; without it anybody may read. */
  password: string | null = null;
  readonly replies = new TakenReplies();
  /** The field that its form of answering asks for. */
  replyField = 'content';
  /** Posts that take no more answers. */
  readonly closed = new Set<number>();
  /** What was sent by the form, as it came. */
  readonly sent: string[] = [];
  private session = 0;
  private open = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ComplaintSite> {
    const site: ComplaintSite = new ComplaintSite(createServer((request, response) => site.answer(request, response)));
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get listUrl(): string {
    return `${this.url}/tousu/list.asp`;
  }

  get login() {
    return {
      page: `${this.url}/user/login.asp`,
      userField: 'user',
      user: '区环保局',
      passwordField: 'pwd',
      password: '暗号',
    };
  }

  /** As a site does after a while: who was logged in is so no more. */
  endSessions(): void {
    this.session++;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.url);
    const path = `${url.pathname}${url.search}`;
    this.requests.push(path);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.open);
    response.on('close', () => void this.open--);
    if (this.silent) return;
    if (url.pathname === '/tousu/reply.asp' && request.method === 'POST' && !this.isShut(request))
      return this.takeReply(url, request, response);
    if (this.status && (this.status.path ?? path) === path) {
      const { code, location, retryAfter } = this.status;
      response.writeHead(code, { ...(location && { location }), ...(retryAfter && { 'retry-after': retryAfter }) });
      return void response.end();
    }
    if (this.isShut(request)) return this.atTheDoor(request, response);
    const html = this.page(url);
    const etag = `"${createHash('sha1')
      .update(html ?? '')
      .digest('hex')}"`;
    if (this.tagged && request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(html === null ? 404 : 200, { 'content-type': this.contentType, ...(this.tagged && { etag }) });
    response.end(iconv.encode(html ?? '没有这一页', 'gb2312'));
  }

  private isShut({ headers }: IncomingMessage): boolean {
    return this.password !== null && !headers.cookie?.includes(`sid=${this.session}`);
  }

  private takeReply(url: URL, request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('latin1')));
    request.on('end', () => {
      this.sent.push(body);
      const given = new Map(body.split('&').map((pair) => pair.split('=').map(fromForm) as [string, string]));
      const postId = url.searchParams.get('id') ?? '';
      const fits = given.get('token') === this.token(postId) && given.get('act') === '提交';
      const said = fits ? this.replies.take(postId, given.get(this.replyField) ?? '', response) : 'unsaid';
      if (said === 'said') response.end(iconv.encode(frame('<p>回复成功</p>'), 'gb2312'));
      if (said === 'unsaid') response.end(iconv.encode(frame('<p>您没有回复的权限</p>'), 'gb2312'));
    });
  }

  /** Another one for each post; without it an answer is not taken. */
  private token(postId: string): string {
    return createHash('sha1').update(`token ${postId}`).digest('hex').slice(0, 12);
  }

  private atTheDoor(request: IncomingMessage, response: ServerResponse): void {
    if (!request.url?.startsWith('/user/login.asp')) return void response.writeHead(302, { location: '/user/login.asp' }).end();
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('latin1')));
    request.on('end', () => {
      if (request.method === 'POST') this.sent.push(body);
      const given = new Map(body.split('&').map((pair) => pair.split('=') as [string, string]));
      const word = iconv.decode(Buffer.from((given.get('pwd') ?? '').replaceAll('%', ''), 'hex'), 'gb2312');
      if (given.get('csrf') === 'c5' && word === this.password)
        return void response.writeHead(302, { location: '/tousu/list.asp', 'set-cookie': `sid=${this.session}; Path=/` }).end();
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        iconv.encode(
          frame('<form method=post><input type=hidden name=csrf value=c5><input name=user><input type=password name=pwd></form>'),
          'gb2312',
        ),
      );
    });
  }

  private page(url: URL): string | null {
    if (url.pathname === '/tousu/list.asp') return this.list(Number(url.searchParams.get('page') ?? 1));
    const post = this.posts.find(({ id }) => String(id) === url.searchParams.get('id'));
    return url.pathname === '/tousu/show.asp' && post && !this.gone.has(post.id) ? this.show(post) : null;
  }

  private list(page: number): string {
    const shown = this.posts.slice((page - 1) * this.pageSize, page * this.pageSize);
    const rows = shown.map(
      (post) =>
        `<tr class=post><td>${post.id}<td><a class=title href="show.asp?id=${post.id}">${post.subject}</a><td>${post.author}`,
    );
    const next = page * this.pageSize < this.posts.length ? `<a class=next href="?page=${page + 1}">下一页</a>` : '';
    const name = this.broken === 'list' ? 'news' : 'list';
    return frame(
      `<table class=${name}><tr class=post><td colspan=3><a class=title href="http://ads.example/">广告</a>${rows.join('\n')}</table>${next}`,
    );
  }

  private answerForm({ id }: InventedPost): string {
    return `<form id=answer method=post action="reply.asp?id=${id}"><input type=hidden name=token value="${this.token(String(id))}">
      <textarea name=${this.replyField}></textarea><input type=submit name=act value=提交></form>`;
  }

  private show(post: InventedPost): string {
    const text = this.bare.has(post.id) ? '<img src="a.jpg">' : post.text.replaceAll('\n', '<br>');
    const name = this.broken === 'post' ? 'body' : 'content';
    return frame(`<h1>${post.subject}</h1><table><tr><td>网友：<span class=author>${post.author}</span>
      发表：<span class=time>${post.postedAt}</span> 地点：<span class=place>${post.place}</span></td></tr>
      <tr><td class=${name}>${text}<script>var 广告 = 1;</script></td></tr></table>
      ${this.replies
        .of(post.id)
        .map((answer) => `<div class=answer>${answer.replaceAll('\r\n', '<br>')}</div>`)
        .join('')}${this.closed.has(post.id) ? '' : this.answerForm(post)}`);
  }
}

// What a GBK page cannot hold came as a reference, and goes out again as one.
const fromForm = (text: string): string => {
  const bytes = Buffer.from(
    text.replaceAll('+', ' ').replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return iconv.decode(bytes, 'gbk');
};

const frame = (body: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>东方网投诉中心</title></head><body>${body}</body></html>`;
