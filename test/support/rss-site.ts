import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Newest first: as CDATA, as escaped markup, and with a short text before the long one. */
const ITEMS = `
  <item><title>餐馆排风口对着窗</title><link>/posts/33</link><guid isPermaLink="false">33</guid>
    <pubDate>Mon, 06 May 2024 20:15:00 +0800</pubDate><dc:creator>南窗</dc:creator>
    <description>餐馆排风口……</description>
    <content:encoded><![CDATA[<p>餐馆排风口对着窗</p><p>曹杨新村每晚如此</p>]]></content:encoded></item>
  <item><title><![CDATA[河里漂油 & 垃圾]]></title><link>/posts/32</link><guid isPermaLink="false">32</guid>
    <pubDate>Sun, 05 May 2024 00:30:00 GMT</pubDate><dc:creator>匿名</dc:creator>
    <description>真如港漂着油花&lt;br&gt;岸边也有</description></item>
  <item><title>空调外机吵</title><link>/posts/31</link><guid isPermaLink="false">31</guid>
    <pubDate>Sat, 04 May 2024 12:00:00 +0800</pubDate><dc:creator>阿丁</dc:creator>
    <description>长征镇空调外机整夜吵</description></item>`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>投诉</title>
  <entry><id>tag:tousu.example,2024:41</id><title>锅炉冒烟</title><link rel="alternate" href="/posts/41"/>
    <updated>2024-05-07T08:00:00Z</updated><author><name>小陆</name></author><content type="html">石泉路锅炉冒黑烟</content></entry>
</feed>`;

const HOME = '<html><body><h1>社区投诉</h1><a href="/feed.xml">订阅</a></body></html>';

/** The profile that reads this site: a feed tells all by itself. */
export const rssSiteProfile = (listUrl: string) => ({
  kind: 'rss' as const,
  listUrl,
  pauseMs: 0,
  timeoutMs: 1_000,
  allowInward: ['127.0.0.1'],
});

/** A site on this machine that offers its complaints as a feed, and one of Atom. */
export class RssSite {
  readonly requests: string[] = [];
  items = ITEMS;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<RssSite> {
    const site: RssSite = new RssSite(
      createServer(({ url = '/' }, response) => {
        site.requests.push(url);
        const feed = { '/feed.xml': site.feed(), '/atom.xml': ATOM, '/': HOME }[url];
        response.writeHead(feed ? 200 : 404, { 'content-type': 'application/xml' }).end(feed ?? '');
      }),
    );
    await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  url(path: '/feed.xml' | '/atom.xml' | '/'): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private feed(): string {
    return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>社区投诉</title><link>/</link>${this.items}</channel></rss>`;
  }
}
