import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'papers that two people handle, in the browser', () => {
  let folder: string;
  let hub: Hub;
  let browser: Browser;
  /** At a desk, and on a telephone. */
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-papers-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('fang', 'dispatcher');
    await hub.staff('tan', 'dispatcher');
    await hub.app.listen(0, '127.0.0.1');
    browser = (await launchBrowser())!;
    first = await signedIn('fang', 1280);
    second = await signedIn('tan', 390);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function signedIn(account: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const page = new ConsolePage(await context.newPage(), await hub.app.getUrl());
    page.page.setDefaultTimeout(15_000);
    await page.signIn(account, PASSWORD);
    return page.page;
  }
  const go = async (page: Page, path: string) => page.goto(`${await hub.app.getUrl()}/console/${path}`);
  const fits = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
  async function read(page: Page, answer: string, opinion: string): Promise<void> {
    await page.getByRole('combobox', { name: '行政效率' }).fill(answer);
    await page.getByRole('textbox', { name: /^意见/ }).fill(opinion);
  }

  it('opinion forms are entered twice, a difference is settled from the paper, and what has an opinion is registered', async () => {
    await go(first, 'desk/forms');
    await first.getByRole('textbox', { name: /^名称/ }).fill('曹杨社区征求意见');
    await first.getByRole('spinbutton', { name: '张数' }).fill('2');
    await first.getByRole('button', { name: '新建' }).click();
    await first.getByRole('link', { name: '曹杨社区征求意见' }).click();
    await read(first, '满意', '希望多公布检查结果');
    await first.getByRole('textbox', { name: /^姓名/ }).press('Enter');
    await first.getByText('已录 1 张').waitFor();
    // The next sheet is in hand at once.
    expect(await first.getByRole('spinbutton', { name: '第几张' }).inputValue()).toBe('2');
    await first.getByRole('combobox', { name: '行政效率' }).and(first.locator(':focus')).waitFor();

    await go(second, 'desk/forms');
    await second.getByRole('link', { name: '曹杨社区征求意见' }).click();
    await second.getByText('等第二遍', { exact: true }).waitFor();
    expect(await second.getByRole('textbox', { name: /^意见/ }).inputValue()).toBe('');
    await read(second, '一般', '希望多公布检查结果');
    await second.getByRole('button', { name: '存第二遍' }).click();
    await second.getByText('不一致 1').waitFor();
    await second.getByRole('spinbutton', { name: '第几张' }).fill('1');
    await second.getByText('行政效率：“满意” / “一般”').waitFor();
    expect(await fits(second)).toBeLessThanOrEqual(0);
    await second.getByRole('combobox', { name: '行政效率' }).fill('一般');
    await second.getByRole('button', { name: '定下来' }).click();
    await second.getByRole('button', { name: '登记一致的 1 张' }).click();
    await second.getByText('已登记 1').waitFor();
    const { body } = await hub.as('fang').get('/api/v1/appeals?limit=5').expect(200);
    expect(body.items).toMatchObject([{ source: '征求意见表' }]);
  }, 60_000);

  it('the record of an opened box is signed from the bell by the second, and then its slips are registered from it', async () => {
    await go(first, 'desk');
    await first.getByText('意见箱', { exact: true }).click();
    await first.getByRole('button', { name: '写开箱记录' }).click();
    await first.getByRole('textbox', { name: '箱子在哪里' }).fill('政务大厅东门');
    await first.getByRole('spinbutton', { name: '清点件数' }).fill('3');
    await first.getByRole('combobox', { name: '另一位开箱人' }).click();
    await first.getByTitle(/^tan君/).click();
    await first.getByRole('button', { name: '存开箱记录' }).click();
    await first.getByText('等tan君签名').waitFor();

    await second.reload();
    await second.getByRole('button', { name: '1 份开箱记录等您签名' }).click();
    await second.getByText(/政务大厅东门，fang君和您开箱，清点 3 件/).waitFor();
    expect(await fits(second)).toBeLessThanOrEqual(0);
    await second.getByRole('button', { name: '我在场，签名' }).click();
    await second.getByRole('button', { name: '我在场，签名' }).waitFor({ state: 'detached' });

    await first.reload();
    await first.getByText('意见箱', { exact: true }).click();
    await first.getByRole('combobox', { name: '出自哪次开箱' }).click();
    await first.getByTitle(/政务大厅东门（已登 0\/3）/).click();
    await first.getByRole('textbox', { name: /^何事/ }).fill('建议增设绿化');
    await first.keyboard.press('Control+Enter');
    await first.getByLabel('念给反映人听').waitFor();
    const { body } = await hub.as('fang').get('/api/v1/desk/openings').expect(200);
    expect(body).toMatchObject([{ place: '政务大厅东门', registered: 1, second: 'tan君' }]);
  }, 60_000);
});
