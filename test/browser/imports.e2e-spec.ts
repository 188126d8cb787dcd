import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportRun, ImportService } from '@hub/casework';
import type { SourceView } from '@hub/contract';
import type { Browser, Page } from 'playwright-core';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

const LOG = [
  ['单子', '来电时间', '来电人', '联系电话', '主要内容'],
  ['P-1', '2026-11-02 09:30', '张三丰', '13812341234', '兰溪路烧烤油烟扰民'],
  ['P-2', '明天', '李四', '13812341235', '夜里施工'],
]
  .map((row) => row.join(','))
  .join('\r\n');

describeUnless(chromiumMissing(), 'imports, sources and interfaces in the console', () => {
  let hub: Hub;
  let base: string;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-imports-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.staff('keeper', 'administrator');
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const at = async (account: string, place: string, width = 1280): Promise<Page> => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width, height: 1500 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await new ConsolePage(page, base).signIn(account, PASSWORD);
    await page.goto(`${base}/console/${place}`);
    return page;
  };
  const choose = async (page: Page, field: string, word: string): Promise<void> => {
    await page.getByRole('combobox', { name: field }).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: word }).first().click();
  };
  const figure = (page: Page, label: string) => page.locator('.import-figures div').filter({ hasText: label }).locator('dd');
  /** For a person's eyes, where a folder for it is named. */
  const look = async (page: Page, name: string): Promise<void> => {
    const folder = process.env['YXT_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: join(folder, `imports-${name}.png`), fullPage: true });
  };
  const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth');
  const sources = async (): Promise<SourceView[]> => (await hub.as('keeper').get('/api/v1/sources').expect(200)).body;

  it('a log is handed in, looked at, its columns corrected, taken in, and its bad row given back', async () => {
    const page = await at('office', 'imports');
    await choose(page, '来源', '纠风热线');
    await page.getByLabel('台账文件').setInputFiles({ name: '十一月.csv', mimeType: 'text/csv', buffer: Buffer.from(LOG) });
    await page.getByText('这些行有问题，不会登记').waitFor();
    expect(await figure(page, '将新增').textContent()).toBe('1');
    await choose(page, '“单子”登记为', '工单编号');
    await page.getByText('P-1', { exact: true }).waitFor();
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByRole('progressbar', { name: '导入进度' }).waitFor();
    await hub.app.get(ImportRun).next();
    await page.getByText('新增的 1 件已经登记').waitFor();
    expect(await figure(page, '退回').textContent()).toBe('1');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载退回的行' }).click()]);
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([390, 1280])(
    'a log asks which column holds its text, is compared with ours, and is thrown away, at %i px',
    async (width) => {
      const known = '工单编号,来电时间,主要内容\nZ-1,2026-11-02 09:30,兰溪路烧烤油烟扰民\nZ-2,2026-11-02 11:00,河水发黑';
      await hub.app.get(ImportService).import({ name: '早先的.csv', bytes: Buffer.from(known) }, '纠风热线');
      const page = await at('office', 'imports', width);
      const log =
        '工单编号,来电时间,经办,怎么说\nZ-1,2026-11-02 09:30,老王,兰溪路烧烤油烟扰民，很久了\nQ-1,2026-11-02 10:00,老李,夜里施工';
      await choose(page, '来源', '纠风热线');
      await page.getByLabel('台账文件').setInputFiles({ name: '问哪一栏.csv', mimeType: 'text/csv', buffer: Buffer.from(log) });
      await page.getByText('来件内容写在哪一栏？').waitFor();
      expect(await page.getByRole('button', { name: '开始导入' }).isEnabled()).toBe(false);
      await look(page, `text-${width}`);
      expect(await fits(page)).toBe(true);
      await choose(page, '“怎么说”登记为', '来件内容');
      await page.getByText('将新增').waitFor();
      await page.getByRole('button', { name: /核\s*对$/ }).click();
      await page.getByRole('tab', { name: /对方有/ }).waitFor();
      await look(page, `theirs-${width}`);
      await page.getByRole('tab', { name: /两边不同|不一致|不同/ }).click();
      await page.getByText('我方', { exact: true }).first().waitFor();
      await look(page, `differs-${width}`);
      expect(await fits(page)).toBe(true);
      await page.getByRole('button', { name: '不导入，删去' }).click();
      await page.getByRole('button', { name: /^删\s*去$/ }).click();
      await page.getByRole('button', { name: '导出回填表' }).waitFor();
      await page.getByRole('link', { name: '问哪一栏.csv' }).waitFor({ state: 'detached' });
    },
  );

  it('a pack is made since the last time and stands in the list with who made it', async () => {
    const page = await at('office', 'imports', 390);
    await page.getByRole('button', { name: '导出回填表' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('来源').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '纠风热线' }).first().click();
    await form.getByText('收到的').click();
    await form.getByText('文本（.csv）').click();
    await look(page, 'pack-390');
    const [file] = await Promise.all([page.waitForEvent('download'), form.getByRole('button', { name: /^导\s*出$/ }).click()]);
    expect(await readFile(await file.path(), 'utf8')).toContain('兰溪路烧烤');
    await page.getByRole('cell', { name: /收到的全部/ }).waitFor();
    await page
      .getByRole('cell', { name: /^office君/ })
      .first()
      .waitFor();
    await look(page, 'packs-390');
    expect(await fits(page)).toBe(true);
  });

  it('a source is added as confidential and switched off, on a telephone too', async () => {
    const page = await at('keeper', 'sources', 390);
    await page.getByRole('button', { name: '添加来源' }).click();
    await page.getByLabel('名称').fill('廉政信箱');
    await page.getByRole('checkbox', { name: /先按保密件登记/ }).check();
    await page
      .getByRole('button', { name: /添\s*加$/ })
      .last()
      .click();
    const row = page.getByRole('row').filter({ hasText: '廉政信箱' });
    await row.getByText('先按保密件登记').waitFor();
    await row.getByRole('button', { name: /停\s*用/ }).click();
    await row.getByRole('button', { name: /启\s*用/ }).waitFor();
    expect((await sources()).find(({ name }) => name === '廉政信箱')).toMatchObject({ confidential: true, active: false });
    expect(await fits(page)).toBe(true);
  });

  it('who changes a source that somebody else has just changed is told, and nothing is overwritten', async () => {
    const page = await at('keeper', 'sources');
    await page.getByRole('row').filter({ hasText: '来信' }).getByRole('button', { name: /^改$/ }).click();
    await page.getByLabel('备注').fill('我写的');
    const { id, version, channel, confidential, active } = (await sources()).find(({ name }) => name === '来信')!;
    await hub
      .as('keeper')
      .post(`/api/v1/sources/${id}`, { version, channel, confidential, active, note: '别人写的' })
      .expect(200);
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('别人刚改过这个来源').waitFor();
    expect((await sources()).find(({ name }) => name === '来信')!.note).toBe('别人写的');
  });

  it('a token is shown once, its notices are ordered by its name, and it is revoked', async () => {
    const page = await at('keeper', 'interfaces', 390);
    const tokens = page.getByRole('region', { name: '令牌' });
    await tokens.getByLabel('系统').fill('区城运中心');
    await choose(page, '来源', '纠风热线');
    await tokens.getByRole('button', { name: '发令牌' }).click();
    await tokens.getByText('令牌只显示这一次').waitFor();
    const secret = (await tokens.locator('code').textContent())!;
    const notices = page.getByRole('region', { name: '进展通知' });
    await notices.getByLabel('系统').fill('区城运中心');
    await notices.getByLabel('网址').fill('https://gongdan.example.org/callback');
    await choose(page, '范围', '区城运中心');
    await notices.getByRole('button', { name: /订\s*阅/ }).click();
    await notices.getByRole('cell', { name: '区城运中心递交的' }).waitFor();
    expect(await fits(page)).toBe(true);
    await page.reload();
    await tokens.getByRole('button', { name: /吊\s*销/ }).click();
    await page.getByRole('button', { name: /确\s*定/ }).click();
    await tokens.getByText('已吊销').waitFor();
    expect(await page.content()).not.toContain(secret);
  });
});
