import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TakenReplies } from './taking-replies';

export interface InventedTopic {
  readonly topicId: number;
  readonly title: string;
  readonly body: string;
  readonly user: { readonly nick: string };
  readonly createdAt: string | number;
  readonly address: string | null;
}

/** Newest first, as the interface answers them. */
export const INVENTED_TOPICS: readonly InventedTopic[] = [
  {
    topicId: 905,
    title: '夜市油烟',
    body: '<p>真如镇夜市油烟很大</p><p>已经一个月</p>',
    user: { nick: '阿梅' },
    createdAt: '2024-05-06T20:15:00+08:00',
    address: '真如镇北石路',
  },
  {
    topicId: 904,
    title: '排口发黑',
    body: '桃浦河的排口早上发黑 & 有味',
    user: { nick: '匿名' },
    createdAt: '2024-05-05T07:40:00+08:00',
    address: '桃浦镇',
  },
  {
    topicId: 903,
    title: '广场舞音响',
    body: '长风公园广场舞音响太响',
    user: { nick: '老周' },
    createdAt: '2024-05-04T21:05:00+08:00',
    address: null,
  },
  {
    topicId: 902,
    title: '工地扬尘',
    body: '宜川路工地没有盖网',
    user: { nick: '小顾' },
    createdAt: '2024-05-03T10:00:00+08:00',
    address: '宜川路',
  },
  {
    topicId: 901,
    title: '问回收点',
    body: '废旧电池的回收点在哪里？',
    user: { nick: '林' },
    createdAt: '2024-05-02T09:30:00+08:00',
    address: '',
  },
];

const TOKEN = 'Bearer invented-token';

/** The profile that reads this site; `listUrl` is its address. */
export const jsonSiteProfile = (listUrl: string) => ({
  kind: 'json' as const,
  listUrl,
  item: 'data.list',
  id: 'topicId',
  postUrl: `${new URL(listUrl).origin}/api/topics/{id}`,
  pageParam: 'page',
  maxPages: 5,
  row: { postedAt: 'createdAt' },
  detail: { subject: 'data.title', text: 'data.body', author: 'data.user.nick', place: 'data.address' },
  login: { header: 'Authorization', value: TOKEN },
  pauseMs: 0,
  timeoutMs: 1_000,
  allowInward: ['127.0.0.1'],
});

/** How answers are handed to it. */
export const jsonSiteReply = (listUrl: string) => ({
  api: {
    url: `${new URL(listUrl).origin}/api/topics/{id}/replies`,
    body: { content: '{text}', topic: '{id}', from: { office: '区环保局' } },
  },
  success: { path: 'code', is: '0' },
  check: { answers: 'data.replies', text: 'content', withinMinutes: 0 },
  everySeconds: 0,
});

/** The interface of a modern complaint site on this machine: JSON, a token, two topics a page and no link to the next one. */
export class JsonSite {
  topics: InventedTopic[] = [...INVENTED_TOPICS];
  /** Every path asked for, in order, and the token that came with it. */
  readonly requests: string[] = [];
  readonly tokens: IncomingHttpHeaders['authorization'][] = [];
  /** What is answered beyond the last page. */
  beyond: 'empty' | 'missing' | 'last' = 'empty';
  firstPage = 1;
  /** Answers these paths with a web page, as a site under repair does. */
  underRepair: RegExp | null = null;

  readonly replies = new TakenReplies();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<JsonSite> {
    const site: JsonSite = new JsonSite(createServer((request, response) => site.answer(request, response)));
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get listUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/topics`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { url: path = '/', headers } = request;
    this.requests.push(path);
    this.tokens.push(headers.authorization);
    if (headers.authorization !== TOKEN) return void response.writeHead(401).end('{"message":"unauthorized"}');
    const replied = /^\/api\/topics\/(\d+)\/replies$/.exec(path);
    if (replied && request.method === 'POST') return this.takeReply(replied[1]!, request, response);
    if (this.underRepair?.test(path))
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><h1>系统维护中</h1></html>');
    const data = this.dataAt(new URL(path, this.listUrl));
    response.writeHead(data ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ code: data ? 0 : 404, data }));
  }

  private takeReply(id: string, request: IncomingMessage, response: ServerResponse): void {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { content, topic } = JSON.parse(body) as { content: string; topic: string };
      const said = topic === id ? this.replies.take(id, content, response) : 'unsaid';
      if (said)
        response.end(JSON.stringify({ code: said === 'said' ? 0 : 403, message: said === 'said' ? 'ok' : '没有回复的权限' }));
    });
  }

  private dataAt(url: URL): unknown {
    const topic = this.topics.find(({ topicId }) => url.pathname === `/api/topics/${topicId}`);
    const answers = () => this.replies.of(topic!.topicId).map((content) => ({ content, by: '区环保局' }));
    if (url.pathname !== '/api/topics') return topic ? { ...topic, replies: answers() } : null;
    const last = Math.ceil(this.topics.length / 2);
    const asked = Number(url.searchParams.get('page') ?? this.firstPage) - this.firstPage + 1;
    if (asked > last && this.beyond === 'missing') return null;
    const page = this.beyond === 'last' ? Math.min(asked, last) : asked;
    const list = this.topics.slice((page - 1) * 2, page * 2).map(({ topicId, createdAt }) => ({ topicId, createdAt }));
    return { total: this.topics.length, list };
  }
}
