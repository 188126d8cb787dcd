import { letterHtml } from './letter-html';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const HEAD = 'From: li@example.com\nSubject: a\nMIME-Version: 1.0\n';
const mail = (text: string) => letterHtml(Buffer.from(`${HEAD}${text}`.replaceAll('\n', '\r\n')));
const related = (html: string, content: Buffer, headers: string) =>
  mail(
    `Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b\n${headers}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}\n--b--\n`,
  );

it('shows the HTML of a letter, whatever alternative is read as its text', () => {
  const parts = ['Content-Type: text/plain; charset=utf-8\n\n纯', 'Content-Type: text/html; charset=utf-8\n\n<p>富<b>文</b></p>'];
  const body = parts.map((part) => `--b\n${part}\n`).join('');
  expect(mail(`Content-Type: multipart/alternative; boundary=b\n\n${body}--b--\n`)).toEqual({
    html: '<p>富<b>文</b></p>',
    remark: null,
  });
});

it('reads its charset as that of the text', () => {
  const html = Buffer.concat([
    Buffer.from(`${HEAD}Content-Type: text/html\n\n<meta charset=gb2312><p>`),
    Buffer.from([0xd3, 0xcd, 0xd1, 0xcc]),
  ]);
  expect(letterHtml(html).html).toBe('<p>油烟</p>');
});

it('puts the pictures that it brings where they stood', () => {
  const { html, remark } = related('<img src="cid:a@b">', PNG, 'Content-Type: image/png\nContent-ID: <a@b>');
  expect(html).toBe(`<img src="data:image/png;base64,${PNG.toString('base64')}" alt="" />`);
  expect(remark).toBeNull();
});

it.each([
  ['a page', Buffer.from('<html><script>x</script></html>')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>')],
])('does not take %s for a picture because it says so', (_what, content) => {
  const { html } = related('<p>文</p><img src="cid:a@b">', content, 'Content-Type: image/png\nContent-ID: <a@b>');
  expect(html).toBe('<p>文</p><span>［图片未显示］</span>');
});

it('shows pictures that stand in the page, and only what is one', () => {
  const src = (bytes: Buffer) => `<img src="data:image/png;base64,${bytes.toString('base64')}" alt="">`;
  const { html } = mail(
    `Content-Type: text/html; charset=utf-8\n\n<p>文</p>${src(PNG)}${src(Buffer.from('<script>x</script>'))}`,
  );
  expect(html).toContain(`<img src="data:image/png;base64,${PNG.toString('base64')}"`);
  expect(html!.match(/图片未显示/g)).toHaveLength(1);
});

it('says why a picture of another site is not there', () => {
  expect(mail('Content-Type: text/html\n\n<p>x</p><img src="https://a.example/x.png">').remark).toContain('没有取');
});

it('is found behind blanks and with the line ends of old machines', () => {
  const letter = `${HEAD}Content-Type: text/html\n\n<p>x</p>`;
  expect(letterHtml(Buffer.from(`\ufeff \n${letter}`)).html).toBe('<p>x</p>');
  expect(letterHtml(Buffer.from(letter.replaceAll('\n', '\r'))).html).toBe('<p>x</p>');
});

it('says that a letter has no look of its own, or one that cannot be shown', () => {
  expect(mail('Content-Type: text/plain\n\nx')).toEqual({ html: null, remark: expect.stringContaining('没有另外的样式') });
  expect(mail(`Content-Type: text/html\n\n${'<div>'.repeat(1_000)}`)).toEqual({
    html: null,
    remark: expect.stringContaining('请看正文'),
  });
});
