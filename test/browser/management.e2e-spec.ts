import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_MAIL_RULES, type MailRules } from '@hub/domain';
import { Courier, Undelivered } from '@hub/outbound';
import { Database, UnitOfWork } from '@hub/persistence';
import type { ChannelSettings } from '@hub/settings';
import type { Browser, Page } from 'playwright-core';
import { aMail, mailMessage } from '../factories/letter';
import { FakeImap, gmailLike } from '../support/fake-imap';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

const mailRules: MailRules = {
  ...NO_MAIL_RULES,
  rules: [{ name: '广告域名', active: true, domains: ['shop.example'], reason: '像是广告' }],
};

const mailbox = ({ host, port, user, password }: FakeImap): ChannelSettings => ({
  ...{ name: 'director', source: '局长信箱', type: 'mailbox', everySeconds: 60, host, port, user, password },
  ...{ tls: 'none', secure: false, certificate: 'verified', folder: 'INBOX', from: 'now' },
});

/** Where screenshots go for whoever wants to look at the pages. */
const { YXT_SCREENSHOTS } = process.env;

describeUnless(chromiumMissing(), 'the pages of mail in the console', () => {
  let hub: Hub;
  let server: FakeImap;
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-pages-'));
    cpSync('config/letters', join(folder, 'letters'), { recursive: true });
    server = await FakeImap.open(gmailLike());
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`, {
      configDir: folder,
      office: { mailRules },
      channels: [mailbox(server)],
    });
    await hub.staff('office', 'dispatcher');
    await hub.staff('keeper', 'administrator');
    await hub.app.listen(0, '127.0.0.1');
    browser = (await launchBrowser())!;
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const take = async (about: Parameters<typeof aMail>[0]) => (await hub.intake.accept([mailMessage(aMail(about))]))[0]!;
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

  it.each(WIDTHS)('a held letter is joined, and one put aside is given back, on %s', async (_where, width) => {
    const from = `tenant${width}@example.com`;
    const about = { from: `邹晓梅 <${from}>`, subject: '风机夜里很响', text: '饭店的风机昨夜又响了。' };
    const { number } = await take(about);
    await take({ ...about, subject: 'Re: 风机夜里很响', text: '今天凌晨也响，我的电话是 13812345678。' });
    await take({ from: 'lily@shop.example', subject: '发票', text: '代开发票，质优价廉。' });

    const page = await at('office', 'quarantine', width);
    const held = page.getByRole('row', { name: /Re: 风机夜里很响/ });
    await held.getByText(`可能属于 ${number}`).waitFor();
    expect(await held.innerText()).toMatch(/138\*{4}5678[\s\S]*邹\*\* t\*\*\*@example\.com/);
    await fits(page, 'held');
    await held.getByRole('button', { name: '处理' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '并入已有的来件' }).click();
    await held.waitFor({ state: 'detached' });

    await page.getByText(/^已搁置（/).click();
    const aside = page.getByRole('row', { name: /代开发票/ });
    await aside.getByText('像是广告').waitFor();
    await fits(page, 'aside');
    await aside.getByRole('button', { name: '取回登记' }).click();
    await page.getByText(/已取回，登记为 YXT-/).waitFor();
    await aside.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it.each(WIDTHS)('a channel is tried and asked again, and says that nobody works, on %s', async (_where, width) => {
    const page = await at('keeper', 'channels', width);
    await page.getByText('没有进程在收件和寄信。').waitFor();
    await page.getByRole('row', { name: /局长信箱.*停了/ }).waitFor();
    await fits(page, 'channels');
    await page.getByRole('button', { name: '试连局长信箱' }).click();
    const told = page.getByRole('dialog');
    await told.getByText('连上了，没有登记任何来件。').waitFor();
    await told.getByText(/IDLE 有/).waitFor();
    await fits(page, 'trial');
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '立即再试' }).click();
    await page.getByText('马上再试，请稍等看结果').waitFor();
    await page.context().close();
  });

  it.each(WIDTHS)('a letter whose outcome nobody knows is sent again by a press, on %s', async (_where, width) => {
    await take({ from: `${width}doubt@example.com` });
    const lost = () => Promise.reject(new Undelivered('later', '没有等到答复', { doubtful: true }));
    await new Courier(hub.app.get(UnitOfWork), { send: lost }, { log: { warn: () => undefined } }).runOnce();
    const page = await at('office', 'outbox', width);
    await page.getByText('结果不明', { exact: true }).first().click();
    const row = page.getByRole('row', { name: new RegExp(`回执.* ${String(width)[0]}\\*+@example\\.com`) });
    await row.waitFor();
    await fits(page, 'outbox');
    await row.getByRole('button', { name: '重寄' }).click();
    await row.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it.each(WIDTHS)('a returned letter is found in the list and its address corrected, on %s', async (_where, width) => {
    const { number } = await take({ from: `moved${width}@example.com`, subject: `信退回来了${width}` });
    await hub.app.get(Database).writer.query(`UPDATE appeals SET mailReturned = '5.1.1' WHERE number = '${number}'`);
    const page = await at('office', 'queue?mail=returned', width);
    await page.getByText(`信退回来了${width}`).first().waitFor();
    await page.getByText('邮件退回').first().waitFor();
    await fits(page, 'returned');
    const desk = new ConsolePage(page, await hub.app.getUrl());
    await desk.open(number!);
    await desk.press('更正邮箱');
    await desk.write('正确的邮箱', `new${width}@example.com`);
    await desk.send();
    await page.locator('.appeal-head').getByText('邮件退回').waitFor({ state: 'detached' });
    await page.context().close();
  });
});
