import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'the desk in the browser', () => {
  let folder: string;
  let hub: Hub;
  let base: string;
  let browser: Browser;
  let context: BrowserContext;
  let desk: ConsolePage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-desk-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    desk = new ConsolePage(await context.newPage(), base);
    desk.page.setDefaultTimeout(15_000);
    await desk.signIn('office', PASSWORD);
  });
  beforeEach(async () => {
    await desk.page.evaluate('sessionStorage.clear()');
    await desk.page.goto(`${base}/console/desk`);
    await desk.page.getByRole('textbox', { name: '电话' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const earlier = async (entry: object): Promise<string> =>
    (
      await hub
        .as('office')
        .post('/api/v1/appeals', { source: '纠风热线', text: '油烟', ...entry })
        .expect(201)
    ).body.number;
  const drafts = async (): Promise<{ key: string; form: string }[]> =>
    (await hub.as('office').get('/api/v1/desk/drafts').expect(200)).body;

  it('takes a call by keys alone: number first, who called before, kind, words, saved, read out', async () => {
    const { page } = desk;
    const number = await earlier({ phone: '13800001234', place: '长寿路 100 号', street: '长寿路街道' });
    expect(await page.evaluate('document.activeElement.inputMode')).toBe('tel');
    await page.keyboard.type('138 0000 1234');
    await page.getByLabel('此号码以前的来件').getByText(number).waitFor();
    await page.keyboard.press('Alt+4');
    expect(await page.getByRole('radio', { name: /建言/ }).isChecked()).toBe(true);
    await page.getByRole('textbox', { name: /^何事/ }).focus();
    await page.keyboard.type('建议沿街饭店统一装净化器');
    await page.getByRole('textbox', { name: /^何地/ }).focus();
    await page.keyboard.type('长寿路100号门口');
    await page.getByLabel('可能是同一件事').getByText('同一地点').waitFor();
    await page.keyboard.press('Control+Enter');
    const readout = page.getByLabel('念给反映人听');
    await readout.waitFor();
    const registered = (await readout.locator('a.mono').textContent())!;
    expect(registered).not.toBe(number);
    const { height } = (await readout.locator('.big').boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(60);
    expect((await readout.locator('.query-code').textContent())!.length).toBeGreaterThan(10);
    expect(await page.evaluate('document.activeElement.inputMode')).toBe('tel');
    const { body } = await hub.as('office').get(`/api/v1/appeals/${registered}`);
    expect(body).toMatchObject({ kind: 'suggestion', street: '长寿路街道', entry: { by: 'office君' } });
  }, 60_000);

  it('keeps a call that was not finished, through a reload and on another computer', async () => {
    const { page } = desk;
    await page.getByRole('textbox', { name: '电话' }).fill('13811110000');
    await page.getByRole('textbox', { name: /^何事/ }).fill('工地夜里打桩');
    await page.getByText(/草稿 .* 已保存/).waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: /^何事/ }).inputValue()).toBe('工地夜里打桩');

    const other = await context.newPage();
    await other.goto(`${base}/console/desk`);
    const unfinished = other.getByLabel('未登完的来电');
    await unfinished.getByText('工地夜里打桩').waitFor();
    expect(await unfinished.textContent()).not.toContain('13811110000');
    await unfinished.getByRole('button', { name: '接着登' }).click();
    expect(await other.getByRole('textbox', { name: '电话' }).inputValue()).toBe('13811110000');

    await other.getByRole('textbox', { name: /^何事/ }).press('Control+Enter');
    await other.getByLabel('念给反映人听').waitFor();
    expect((await drafts()).some(({ form }) => form.includes('工地夜里打桩'))).toBe(false);
    await other.close();
  }, 60_000);

  it('loses nothing when the line is cut, and registers once when it is back', async () => {
    const { page } = desk;
    await page.getByRole('textbox', { name: /^何事/ }).fill('河道发黑发臭');
    await context.setOffline(true);
    await page.getByRole('textbox', { name: /^何事/ }).press('Control+Enter');
    await page.getByText('网络断了，接通后自动登记').waitFor();
    await context.setOffline(false);
    await page.getByLabel('念给反映人听').waitFor();
    const { body } = await hub.as('office').get('/api/v1/appeals?q=河道发黑发臭');
    expect(body.items).toHaveLength(1);
  }, 60_000);

  it('asks each source for its own, and of a visit for five speakers at most', async () => {
    const { page } = desk;
    await page.getByText('来访', { exact: true }).click();
    for (let at = 1; at <= 5; at++) {
      await page.getByRole('button', { name: '加一位代表' }).click();
      await page.getByLabel(`代表 ${at} 姓名`).fill(`代表${at}`);
    }
    expect(await page.getByRole('button', { name: '加一位代表' }).isDisabled()).toBe(true);
    await page.getByText('举报箱', { exact: true }).click();
    expect(await page.getByRole('radio', { name: /^实名/ }).isDisabled()).toBe(true);
    expect(await page.getByRole('radio', { name: /保密/ }).isChecked()).toBe(true);
  }, 60_000);
});
