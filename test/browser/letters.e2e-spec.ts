import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { mailMessage } from '../factories/letter';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PAGE = `<h2>再次反映</h2><p>曹杨路某店<b>风机</b>夜里还在响。</p><table><tr><th>日期</th><th>时间</th></tr><tr><td>11月20日</td><td>23:10</td></tr></table>
<p><a href="https://example.com/">录音在这里</a></p><img src="cid:photo@letter" width="60" height="40" alt="风机照片"><img src="https://tracker.example/open.png" width="90" height="90">
<script>parent.document.title = 'taken'; document.body.textContent = 'taken';</script><p onclick="x()">谢谢</p><p>发自我的 iPhone</p>
<div>---原始邮件---</div><div>发件人: "局长信箱"</div><div>您反映的风机已经整改。</div>`;
const LETTER = [
  'From: li@example.com',
  'To: yixiantong@putuo-epb.example',
  `Subject: =?utf-8?B?${Buffer.from('风机还在响').toString('base64')}?=`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  PAGE,
  '--b',
  'Content-Type: image/png; name="photo.txt"',
  'Content-ID: <photo@letter>',
  'Content-Transfer-Encoding: base64',
  '',
  PIXEL,
  '--b--',
  '',
].join('\r\n');

describeUnless(chromiumMissing(), 'a letter in the console', () => {
  let hub: Hub;
  let browser: Browser;
  let folder: string;
  let number: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-letters-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.app.listen(0, '127.0.0.1');
    number = (await hub.intake.accept([mailMessage(LETTER)]))[0]!.number!;
    browser = (await launchBrowser())!;
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['a telephone', 360],
    ['a desk', 1280],
  ])('shows own words, then the rest, then its look, on %s', async (_where, width) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const desk = new ConsolePage(page, await hub.app.getUrl());
    await desk.signIn('office', PASSWORD);
    await desk.open(number);
    const letter = page.locator('article.msg').first();

    await letter.getByText('夜里还在响').waitFor();
    expect(await letter.locator('.words').innerText()).not.toMatch(/已经整改|发自我的/);
    await letter.getByRole('button', { name: '展开引用和签名' }).click();
    expect(await letter.locator('.words').innerText()).toMatch(/发自我的 iPhone[\s\S]*已经整改/);

    await letter.getByRole('button', { name: '按原样式看' }).click();
    const look = page.frameLocator('iframe[title="来信原样式"]');
    await look.getByRole('cell', { name: '23:10' }).waitFor();
    expect(await look.locator('img').evaluate((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth)).toBe(
      1,
    );
    expect(await look.getByRole('link').getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await page.title()).not.toBe('taken');
    expect(asked.filter((url) => url.includes('tracker'))).toEqual([]);

    // Called a text, but a picture by what it holds.
    await letter.locator('.file', { hasText: 'photo.txt' }).locator('.anticon-file-image').waitFor();
    await letter.getByRole('link', { name: '看原件' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await context.close();
  });
});
