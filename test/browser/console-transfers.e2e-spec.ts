import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@hub/persistence';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import request from 'supertest';
import { aMail, mailMessage, withPhoto } from '../factories/letter';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

/** Where a person wants to look at the pages himself. */
const SHOTS = process.env.SHOTS;

describeUnless(chromiumMissing(), 'a transfer at the desks of office and leader', () => {
  let hub: Hub;
  let browser: Browser;
  let folder: string;
  let base: string;
  let office: ConsolePage;
  let leader: ConsolePage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-desk-'));
    if (SHOTS) await mkdir(SHOTS, { recursive: true });
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.staff('leader', 'leader');
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
    [office, leader] = [await deskOf('office'), await deskOf('leader')];
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const deskOf = async (account: string): Promise<ConsolePage> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = new ConsolePage(await context.newPage(), base);
    page.page.setDefaultTimeout(15_000);
    await page.signIn(account, PASSWORD);
    return page;
  };
  const server = () => hub.app.getHttpServer() as Parameters<typeof request>[0];
  const received = async (photo?: string): Promise<string> => {
    const plain = aMail({ subject: '投诉河道发黑发臭', text: '真如港河道发黑，夜里有臭味。' });
    const mail = photo ? withPhoto(plain, photo, await aPhoto()) : plain;
    return (await hub.intake.accept([mailMessage(mail)]))[0]!.number!;
  };
  const linkOf = async (number: string): Promise<string> => {
    const [letter] = (await hub.app.get(Database).writer.query(
      `SELECT o.body FROM outbox_letters o JOIN appeals a ON a.id = o.appealId
         WHERE a.number = ? AND o.kind = 'transfer' ORDER BY o.id DESC LIMIT 1`,
      [number],
    )) as [{ body: string }];
    return /\/transfers\/[a-z2-7]+/.exec(letter.body)![0];
  };
  const departmentSays = async (number: string, way: string, text: string, file?: string): Promise<void> => {
    const form = request(server()).post(await linkOf(number));
    for (const [name, value] of Object.entries({ way, text, officer: '李办事', phone: '021-62560000' })) form.field(name, value);
    if (file) form.attach('files', Buffer.from('%PDF-1.4 a report'), { filename: file });
    await form.expect(303);
  };
  const fits = ({ page }: ConsolePage) =>
    page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as Promise<number>;
  const look = async (desk: ConsolePage, name: string): Promise<void> => {
    for (const width of [360, 1280]) {
      await desk.page.setViewportSize({ width, height: 900 });
      // A page that has just been given another width needs a moment to be laid out anew.
      for (let tries = 0; tries < 30 && (await fits(desk)) !== 0; tries++) await desk.page.waitForTimeout(100);
      expect([width, await fits(desk)]).toEqual([width, 0]);
      if (SHOTS) await desk.page.waitForTimeout(500);
      if (SHOTS) await desk.page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
    }
  };
  const fill = async (desk: ConsolePage, department: string): Promise<void> => {
    await desk.choose('外单位', department);
    await desk.write('事由摘要', '河道发黑，有臭味。');
    await desk.write('转交理由', '河道保洁属贵单位职责');
  };
  const card = (desk: ConsolePage) =>
    desk.page.locator('section').filter({ has: desk.page.getByRole('heading', { name: /^转交/ }) });

  it('goes out with the file that was chosen, gets a new link, comes back answered and is passed on', async () => {
    const number = await received(`河道现场照片${'很长的名字'.repeat(12)}.jpg`);
    await office.open(number);
    await office.press('转交');
    await fill(office, '区水务局');
    await office.page.getByRole('checkbox', { name: /^河道现场照片/ }).check();
    await look(office, 'desk-out');
    await office.send();
    await office.says('已转交');
    await card(office)
      .getByText(/随函：河道现场照片/)
      .waitFor();
    await look(office, 'desk-sent');

    const old = await linkOf(number);
    await office.press('重发转交函和链接');
    await look(office, 'desk-link');
    await office.send();
    expect(await linkOf(number)).not.toBe(old);
    await request(server()).get(old).expect(404);

    await departmentSays(number, 'receipt', '');
    await departmentSays(number, 'reply', '已派人清淤，排口已经封堵。', `${'清淤和排口封堵办理情况报告'.repeat(4)}.pdf`);
    await office.open(number);
    await card(office).getByText('已派人清淤，排口已经封堵。').waitFor();
    await look(office, 'desk-replied');
    await office.press('转告外单位答复');
    await look(office, 'desk-answer');
    await office.send();
    await office.says('已答复');
    await look(office, 'desk-passed-on');
  }, 180_000);

  it('is told of by the bell, and after two objections a leader names the department', async () => {
    const number = await received();
    await office.open(number);
    await office.press('转交');
    await fill(office, '区水务局');
    await office.send();
    await departmentSays(number, 'objection', '该河段由市管，依据河道管理条例，不属我局职责。');
    await office.open(number);
    await office.press('转交');
    await fill(office, '区绿化市容局');
    await office.send();
    await departmentSays(number, 'objection', '河道不属绿化市容职责，依据三定方案，建议由水务局办理。');

    await leader.page.reload();
    await leader.page.getByRole('button', { name: /提醒/ }).click();
    await leader.page.getByText(`${number}：外单位第 2 次退回，请指定由谁办理。`).waitFor();
    await look(leader, 'desk-bell');
    await leader.page.getByText(`${number}：外单位第 2 次退回，请指定由谁办理。`).click();
    await leader.page.locator('section.appeal .appeal-top').waitFor();
    await leader.press('指定外单位');
    await fill(leader, '区水务局');
    await look(leader, 'desk-designate');
    await leader.send();
    await leader.says('已转交');
    await card(leader).getByText('领导指定').waitFor();
    await look(leader, 'desk-designated');
  }, 180_000);
});

const aPhoto = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
