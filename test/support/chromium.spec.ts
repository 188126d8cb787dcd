import { type Browser } from 'playwright-core';
import { chromiumMissing, launchBrowser } from './chromium';
import { describeUnless } from './skip';

describeUnless(chromiumMissing(), 'the test browser', () => {
  let browser: Browser | null;
  beforeAll(async () => void (browser = await launchBrowser()));
  afterAll(async () => browser?.close());

  it('shows a page in Chinese, rare characters included', async () => {
    const page = await browser!.newPage();
    await page.setContent('<h1 lang="zh-CN">夜间施工噪音 𠮷</h1>');
    expect(await page.textContent('h1')).toBe('夜间施工噪音 𠮷');
  });
});
