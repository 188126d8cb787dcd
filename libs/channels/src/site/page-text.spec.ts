import iconv from 'iconv-lite';
import { decodePage, parsePage, wordsOf } from './page-text';

const words = (html: string) => {
  const $ = parsePage(html);
  return wordsOf($, $('td'));
};

describe('the text of a page', () => {
  const html = '<p>真如镇兰溪路</p>';
  const meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';
  it.each([
    ['as the settings say', iconv.encode(html, 'gbk'), 'text/html; charset=big5', 'gb2312'],
    ['as the header says', iconv.encode(html, 'gbk'), 'text/html; charset=GB2312', undefined],
    ['as the page says', iconv.encode(meta + html, 'gbk'), 'text/html', undefined],
    ['as it fits, where nothing is said', iconv.encode(html, 'gbk'), '', undefined],
    ['as it fits, where the header is wrong', Buffer.from(html), 'text/html; charset=iso-2022-cn', undefined],
    ['as it fits, where the page is not the UTF-8 it says', iconv.encode(html, 'gbk'), 'text/html; charset=utf-8', undefined],
  ])('is decoded %s', (_, bytes, contentType, encoding) => {
    expect(decodePage({ bytes, contentType }, encoding).text).toContain(html);
  });

  it('is not lost to one broken sign', () => {
    const bytes = Buffer.concat([iconv.encode(html, 'gbk'), Buffer.from([0xff, 0x0a]), iconv.encode('完', 'gbk')]);
    expect(decodePage({ bytes, contentType: 'text/html; charset=gbk' }).text).toMatch(/真如镇兰溪路.*完/s);
  });

  it('has the lines that the screen shows', () => {
    expect(words('<table><td>第一行<br>第 二&nbsp;行\n  接着<p>第三行</p><script>x</script>第四行</table>')).toBe(
      '第一行\n第 二 行 接着\n第三行\n第四行',
    );
  });

  // Unguarded, the parser takes a minute for the first of these on a quiet machine.
  it.each([
    ['of elements', '<div>'.repeat(400_000)],
    ['of elements, and closes what was never open', '<div>'.repeat(2_900) + '</x>'.repeat(400_000)],
    ['of tags without an end', '<a '.repeat(600_000)],
  ])('is refused where the page is a nest %s, before it takes time', (_, html) => {
    const started = Date.now();
    expect(() => parsePage(html)).toThrow('层数太多');
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
