import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf } from '@hub/domain';
import PizZip from 'pizzip';
import type { Browser } from 'playwright-core';
import { aMail, mailMessage } from '../factories/letter';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'the papers of an appeal in a browser', () => {
  let hub: Hub;
  let browser: Browser;
  let folder: string;
  let office: ConsolePage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-papers-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.app.listen(0, '127.0.0.1');
    browser = (await launchBrowser())!;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', acceptDownloads: true });
    office = new ConsolePage(await context.newPage(), await hub.app.getUrl());
    office.page.setDefaultTimeout(15_000);
    await office.signIn('office', PASSWORD);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('are drawn up, worded, issued with a number and fetched as a Word file at the desk of the office', async () => {
    const [result] = await hub.intake.accept([mailMessage(aMail({ subject: '投诉饭店油烟' }))]);
    const number = result!.number!;
    await hub.as('office').act(number, 'acceptance').expect(200);
    await office.open(number);
    const { page } = office;
    const card = page.getByRole('region', { name: '文书' });

    await card.getByRole('button', { name: '拟文书' }).click();
    await page.getByRole('menuitem', { name: '受理告知书' }).click();
    await office.write('诉求', '饭店油烟直排，请查处');
    await page.getByRole('button', { name: '存草稿' }).click();
    await card.getByRole('button', { name: '签发' }).click();
    await page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: /签\s*发/ })
      .click();
    await card.getByText(`普环信受〔${dayOf(new Date()).slice(0, 4)}〕1号`).waitFor();
    await card.getByText('已签发', { exact: true }).waitFor();

    const [download] = await Promise.all([page.waitForEvent('download'), card.getByRole('link', { name: '下载' }).click()]);
    expect(download.suggestedFilename()).toBe(`受理告知书 普环信受〔${dayOf(new Date()).slice(0, 4)}〕1号.docx`);
    const xml = new PizZip(await readFile(await download.path())).file('word/document.xml')!.asText();
    expect(xml).toContain('饭店油烟直排，请查处');
  });
});
