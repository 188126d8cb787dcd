import { htmlToText } from './html-text';

it('gives the lines that a reader sees', () => {
  expect(
    htmlToText(
      '<html><head><title>t</title><style>p{}</style></head><body><p>第一段<br>换行</p>\n<div>第二段&nbsp;&#32; &lt;b&gt;</div><ul><li>一<li>二</ul></body></html>',
    ),
  ).toBe('第一段\n换行\n\n第二段 <b>\n· 一\n· 二');
});

it('marks quoted blocks as plain mails do', () => {
  expect(htmlToText('新话<blockquote>旧话<br>又一句<blockquote>更旧</blockquote></blockquote>')).toBe(
    '新话\n> 旧话\n> 又一句\n> > 更旧',
  );
});

it('counts the items of lists that count', () => {
  expect(htmlToText('<ol><li>一</li><li>二<ul><li>甲</li></ul></li><li>三</li></ol><ul><li>乙</li></ul>')).toBe(
    '1. 一\n2. 二\n· 甲\n3. 三\n· 乙',
  );
});

it('keeps the rows of a table on lines of their own', () => {
  expect(htmlToText('<table><tr><th>日期</th><th>时间</th></tr><tr><td>11月20日</td><td>23:10</td></tr></table>')).toBe(
    '日期 时间\n11月20日 23:10',
  );
});

it('says where a link leads, once', () => {
  expect(htmlToText('<a href="https://a.example/x?a=1&amp;b=2">录音</a>在这里')).toBe('录音 <https://a.example/x?a=1&b=2>在这里');
  expect(
    htmlToText('<a href="https://a.example/">a.example</a> <a href="mailto:li@example.com">写信</a> <a href="#x">顶</a>'),
  ).toBe('a.example 写信 顶');
});

it.each([
  ['a line for lists of letters', '<div style="display:none;max-height:0">预览文字</div>'],
  ['nested elements', '<div style="display: none"><div>预览文字</div>预览文字</div>'],
  ['letters of no size', '<span style="font-size:0px">预览文字</span>'],
  ['what is marked so', '<p hidden>预览文字</p>'],
])('leaves out %s that is hidden', (_what, html) => expect(htmlToText(`${html}<p>正文</p>`)).toBe('正文'));

it.each([
  ['nothing else is there', '<div style="display:none">正文</div>'],
  ['it has no end', '<div style="display:none">一<p>正文</p>'],
  ['it only is small', '<p style="font-size:0.9em;opacity:0.5">正文</p>'],
])('shows what is hidden where %s', (_what, html) => expect(htmlToText(html)).toContain('正文'));

it('drops scripts and comments, whatever stands in them', () => {
  expect(htmlToText('a<script>if (1 < 2) alert("</p>")</script>b<!-- <p>x --> c')).toBe('ab c');
});

it('keeps text after a greater-than sign inside an attribute', () => {
  expect(htmlToText('<a title="1 > 2" href=\'x\'>链接</a>')).toBe('链接');
});

it('shows a less-than sign that begins no tag', () => {
  expect(htmlToText('pH < 6，<3 天')).toBe('pH < 6，<3 天');
});

it.each([
  ['an unclosed comment', '<!-- 正文'],
  ['an unclosed style', '<style>正文'],
  ['an unclosed tag', '正文 <p'],
])('does not lose the text to %s', (_name, html) => expect(htmlToText(html)).toContain('正文'));

it.each([
  ['nested elements', '<div>'.repeat(200_000)],
  ['nested quotes', '<blockquote>a'.repeat(200_000)],
  ['attributes', `<p ${'a="b" '.repeat(100_000)}>`],
  ['open quotes', '<a b="'.repeat(200_000)],
  ['open quotes of two kinds', `<a b="<a b='`.repeat(200_000)],
  ['open comments', '<!--'.repeat(300_000)],
  ['hidden elements', '<div style="display:none">a'.repeat(100_000)],
  ['hidden elements that end', '<p style="display:none">a</p>'.repeat(100_000)],
  ['open links', '<a href="https://a.example/">x'.repeat(200_000)],
  ['lists', '<ol><li>'.repeat(200_000)],
  ['open tags', '<a'.repeat(500_000)],
  ['open styles', '<style>'.repeat(200_000)],
  ['links', '<a href="http://example.com/">x</a>'.repeat(200_000)],
  ['cells', '<table><tr><td>1</td></tr>'.repeat(100_000)],
  ['ampersands', '&'.repeat(2_000_000)],
  ['spaces', ' '.repeat(2_000_000)],
])('reads a megabyte of %s without hanging', (_name, html) => {
  // A scan that goes back over what it has read would take minutes; the bound only tells the two apart.
  const start = performance.now();
  htmlToText(html);
  expect(performance.now() - start).toBeLessThan(30_000);
});
