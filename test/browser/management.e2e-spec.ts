import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

/** Where screenshots go for whoever wants to look at the pages. */
const { YXT_SCREENSHOTS } = process.env;

describeUnless(chromiumMissing(), 'the pages of mail in the console', () => {
  let hub: Hub;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-pages-'));
    cpSync('config/letters', join(folder, 'letters'), { recursive: true });
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`, { configDir: folder });
    await hub.staff('office', 'dispatcher');
    await hub.staff('keeper', 'administrator');
    await hub.app.listen(0, '127.0.0.1');
    browser = (await launchBrowser())!;
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const WIDTHS = [
    ['a telephone', 390],
    ['a desk', 1280],
  ] as const;
  const at = async (account: string, place: string, width = 1280): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await new ConsolePage(page, await hub.app.getUrl()).signIn(account, PASSWORD);
    await page.goto(`${await hub.app.getUrl()}/console/${place}`);
    return page;
  };
  const fits = async (page: Page, name: string): Promise<void> => {
    if (YXT_SCREENSHOTS) {
      const { width } = page.viewportSize()!;
      await page.screenshot({ path: join(YXT_SCREENSHOTS, `${name}-${width}.png`) });
    }
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  };

  it.each(WIDTHS)('letters are shown as they arrive, and a wrong file with its fault, on %s', async (_where, width) => {
    const path = join(folder, 'letters', 'extension.txt');
    writeFileSync(path, `${readFileSync('config/letters/extension.txt', 'utf8')}{{queryCode}}\n`);
    const page = await at('office', 'templates', width);
    await page.getByRole('cell', { name: /文件有错.*\{\{queryCode\}\}/ }).waitFor();
    await fits(page, 'letters');

    await page.getByRole('button', { name: '看回执' }).click();
    const frame = page.frameLocator('iframe[title="回执的网页样式"]');
    await frame.getByRole('row', { name: '查询码 ABCD-EFGH-JKLM-NPQR' }).waitFor();
    await fits(page, 'letter');
    await page.getByText('纯文字', { exact: true }).click();
    expect(await page.locator('pre.letter-text').innerText()).toContain('查询码：ABCD-EFGH-JKLM-NPQR');
    expect(await page.locator('.letter-fields').innerText()).toContain('{{queryCode}} 查询码');
    await page.context().close();
  });
});
