import { letterHtml } from './letter-html';

const head = { bureau: '普陀区环保局', publicUrl: 'https://hub.example' };
const html = (body: string, more: object = {}) => letterHtml({ subject: '答复', body }, { ...head, ...more });
const hrefs = (text: string) => [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

describe('a letter as HTML', () => {
  it('has its paragraphs, and its lines within them', () => {
    expect(html('您好：\n\n第一行\n第二行\n')).toMatch(/<p [^>]*>您好：<\/p>\n<p [^>]*>第一行<br>\n第二行<\/p>/);
  });

  it('puts two facts and more in a table, and one into its sentence', () => {
    const text = html('编号：YXT-20261124-0001\n查询码：ABCD-2345\n\n电话：021-1');
    expect([...text.matchAll(/<th[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)/g)].map(([, label, value]) => [label, value])).toEqual([
      ['编号', 'YXT-20261124-0001'],
      ['查询码', 'ABCD-2345'],
    ]);
    expect(text).toMatch(/<p [^>]*>电话：021-1<\/p>/);
  });

  it.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><a href="https://evil.example">', "'&lt;b&gt;"])(
    'takes nothing for markup: %s',
    (evil) => {
      const text = letterHtml(
        { subject: evil, body: `编号：${evil}\n查询码：${evil}\n\n${evil}\n\n${evil}` },
        { ...head, bureau: evil },
      );
      expect(text.match(/<(?!\/?(?:!DOCTYPE|html|head|meta|title|body|div|p|br|table|tr|th|td)\b)/g)).toBeNull();
      expect(text).not.toMatch(/<[^>]*(?:onerror|href)=/);
    },
  );

  it.each([
    ['https://hub.example/track', ['https://hub.example/track']],
    ['在这里查（https://hub.example/track）。', ['https://hub.example/track']],
    ['https://hub.example/transfers/abc234?x=1&y=2，请看', ['https://hub.example/transfers/abc234?x=1&amp;y=2']],
    ['https://hub.example', ['https://hub.example']],
    ['https://hub.example.evil.example/track', []],
    ['https://hub.example@evil.example/', []],
    ['http://hub.example/track', []],
    ['javascript:alert(1)', []],
    ['https://other.example/x', []],
  ])('links into our own site only: %s', (body, links) => expect(hrefs(html(body))).toEqual(links));

  it('brings nothing from elsewhere, and says of itself less than two kilobytes', () => {
    const text = html('您好：\n\n编号：1\n查询码：2\n\n普陀区环保局\n电话：021-1');
    expect(text).not.toMatch(/<img|<style|<link|<script|url\(|src=|background=/i);
    expect(Buffer.byteLength(text)).toBeLessThan(2500);
  });

  it('does not tell whom it is from where that is not to be told', () => {
    expect(html('您好', { bureau: null })).not.toContain('环保局');
  });

  it('gives the same bytes for lines that end in either way', () => {
    expect(html('一\r\n\r\n二')).toBe(html('一\n\n二'));
  });

  it('takes no longer for a long text of one sign than for any other', () => {
    for (const sign of ['：', '\n', 'a', ' ', 'https://']) expect(html(`${sign.repeat(60_000)}。`)).toContain('。</p>');
  });
});
