import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '@hub/domain';
import type { Browser, Page } from 'playwright-core';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { Hub } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'the portal in a browser', () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let base: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-portal-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const next = () => page.click('.btn:has-text("下一步"):visible');
  const fillIn = async () => {
    await page.goto(`${base}/submit?kind=complaint`);
    await page.click('.btn:has-text("开始填写")');
    await next();
    await page.fill('#subject', '楼下饭店的风机夜里太吵');
    await page.fill('#text', `每天晚上十点以后还在响。${'很长的一段话'.repeat(40)} https://example.org/${'a'.repeat(150)}`);
    await page.selectOption('#street', '长寿路街道');
  };
  const submitted = async () => {
    await fillIn();
    await next();
    await next();
    await page.check('#id-anon');
    await next();
    await page.click('#send');
  };

  it('gives the focus to the errors, which lead to their fields', async () => {
    await fillIn();
    await page.fill('#text', '');
    await next();
    await page.waitForSelector('.errors:focus');
    await page.click('.errors a[href="#text"]');
    await page.waitForSelector('#text:focus');
  });

  it('hides the contact fields from whoever stays unknown', async () => {
    await fillIn();
    await next();
    await next();
    await page.check('#id-anon');
    expect(await page.isVisible('#phone')).toBe(false);
  });

  it('goes on by the Enter key, and does not change the letters', async () => {
    await fillIn();
    await page.press('#subject', 'Enter');
    expect(await page.textContent('h1')).toBe('有照片或文件吗？');
  });

  it('keeps what is typed when the letters grow', async () => {
    await fillIn();
    await page.click('.prefs button:last-child');
    expect(await page.inputValue('#subject')).toBe('楼下饭店的风机夜里太吵');
    expect(await page.getAttribute('html', 'class')).toBe('large');
    await page.click('.prefs button:last-child');
  });

  it('leads from the form to the status of the appeal', async () => {
    await submitted();
    await page.click('text=记好了，查看这一件');
    expect(await page.textContent('h1')).toBe('已收到');
  });

  it('asks the citizen on the page of his appeal, and takes his answer', async () => {
    await submitted();
    const number = (await page.textContent('.done .big'))!;
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    const dueOn = addDays(dayOf(new Date()), 5);
    await hub.as('officer').act(number, 'question', { text: '夜里方便测量吗？', dueOn }).expect(200);

    await page.click('text=记好了，查看这一件');
    expect(await page.textContent('h1')).toBe('正在办理，想问您一个问题');
    await page.fill('#more', '都可以。');
    await page.click('text=提交回答');
    expect(await page.textContent('[role=status]')).toContain('已经收到');
    expect(await page.textContent('h1')).toBe('正在办理');
  });
});
