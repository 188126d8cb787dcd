import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { Hub } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'the form in steps, on a small telephone without scripts', () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-submit-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.app.listen(0, '127.0.0.1');
    browser = (await launchBrowser())!;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 640 },
      baseURL: await hub.app.getUrl(),
    });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const h1 = () => page.textContent('h1');
  /** A picture of the page from its left edge is as wide as the page: wider where it would have to be moved sideways. */
  const fits = async () => {
    const { width } = await sharp(await page.screenshot({ fullPage: true })).metadata();
    return width === 320;
  };
  const next = async () => {
    expect([await h1(), await fits()]).toEqual([await h1(), true]);
    await page.locator('.btn:visible', { hasText: '下一步' }).first().click();
  };

  it('leads through every step with a photo to number and code, and back again to none', async () => {
    await page.goto('/submit');
    expect(await fits()).toBe(true);
    await page.click('.btn:has-text("开始填写")');
    await page.locator('label[for=kind-complaint]').click();
    await next();
    await page.fill('#subject', '楼下饭店的风机夜里太吵');
    await page.fill('#text', '每天晚上十点以后还在响。请打 13800000000。');
    await page.selectOption('#street', '长寿路街道');
    await next();
    expect(await page.textContent('#hint')).toContain('手机号码');
    await page.fill('#text', `每天晚上十点以后还在响。https://example.org/${'a'.repeat(150)}`);
    await next();
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#654' } })
      .jpeg()
      .toBuffer();
    await page.setInputFiles('#file', { name: '后墙风机.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.click('text=上传所选文件');
    expect(await page.textContent('.list b')).toBe('后墙风机.jpg');
    await next();
    await page.locator('label[for=id-secret]').click();
    await page.fill('#phone', '13800000000');
    await next();
    expect([await h1(), await fits()]).toEqual(['请核对一遍', true]);
    await page.click('#send');
    expect([await h1(), await fits()]).toEqual(['已收到您的来件', true]);
    const number = await page.textContent('.done .big');
    await page.goBack();
    expect([await h1(), await page.textContent('.done .big')]).toEqual(['这一件已经收到，不用再交', number]);
  });
});
