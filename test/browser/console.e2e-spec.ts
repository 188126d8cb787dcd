import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, dayOf } from '@hub/domain';
import type { Browser } from 'playwright-core';
import { aMail, mailMessage } from '../factories/letter';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { ConsolePage } from '../support/console';
import { Hub, PASSWORD } from '../support/hub';
import { describeUnless } from '../support/skip';

describeUnless(chromiumMissing(), 'the console in a browser', () => {
  let hub: Hub;
  let browser: Browser;
  let folder: string;
  let base: string;
  const desks = new Map<string, ConsolePage>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-console-'));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('leader', 'leader');
    await hub.staff('caller', 'revisitor');
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Each person at his own desk, signed in once. */
  const desk = async (account: string): Promise<ConsolePage> => {
    const known = desks.get(account);
    if (known) return known;
    const context = await browser.newContext({
      // As people who asked their system for less motion see it; the other walks have it moving.
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = new ConsolePage(await context.newPage(), base);
    page.page.setDefaultTimeout(15_000);
    await page.signIn(account, PASSWORD);
    desks.set(account, page);
    return page;
  };
  const at = async (account: string, number: string): Promise<ConsolePage> => {
    const page = await desk(account);
    await page.open(number);
    return page;
  };
  const received = async (subject: string): Promise<string> => {
    const date = `${addDays(dayOf(new Date()), -2)}T10:00:00+08:00`;
    const [result] = await hub.intake.accept([mailMessage(aMail({ subject, date: new Date(date).toUTCString() }))]);
    return result!.number!;
  };

  it('takes an appeal through its whole life, each step at the desk of the person whose step it is', async () => {
    const number = await received('投诉饭店风机夜里太吵');

    const office = await at('office', number);
    await office.press('受理');
    await office.send();
    await office.says('待派单');
    await office.press('派单');
    await office.choose('主办单位', '监察支队');
    await office.send();
    await office.says('待签收');

    const officer = await at('officer', number);
    await officer.press('签收');
    await officer.says('办理中');
    await officer.press('登记联系');
    await officer.pick('结果', '接通');
    await officer.write('说了什么', '已接通，约定晚间检查');
    await officer.send();
    await officer.press('登记现场调查');
    await officer.tags('到场人员', ['沈佳', '顾敏']);
    await officer.write('地点', '长寿路 100 号');
    await officer.write('所见', '风机未装消声器，当场责令整改');
    await officer.send();
    await officer.press('写答复');
    await officer.page.getByLabel('答复草稿').fill('您好，您反映的风机噪声已责令整改，本月底前装好消声器。');
    await officer.page.locator('[data-act="draft.submit"]').click();
    await officer.says('待审核');

    const head = await at('head', number);
    await head.press('通过');
    await head.page.locator('.acts').last().getByRole('button', { name: '发出答复' }).waitFor();
    await head.press('发出答复');
    await head.send();
    await head.says('已答复');

    await office.open(number);
    await office.press('安排回访');
    await office.send();
    await office.says('待回访');

    const caller = await at('caller', number);
    await caller.press('回访满意');
    await caller.pick('问题解决了吗', '已解决');
    await caller.score(['行政效率', '公开透明', '收费规范', '服务质量', '清正廉洁'], '5 很好');
    await caller.send();
    await caller.says('办结');
  }, 180_000);

  it('shows who wrote for a reason, extends, supervises and assesses, each at the desk of who may', async () => {
    const number = await inHand('投诉印染厂废气');

    const office = await at('office', number);
    await office.page.getByRole('button', { name: '查看身份' }).click();
    await office.page.getByRole('dialog').getByRole('textbox').fill('电话核实地点');
    await office.page.getByRole('dialog').locator('.ant-btn-primary').click();
    await office.page
      .getByText(/citizen\d+@example\.com/)
      .first()
      .waitFor();

    const officer = await at('officer', number);
    await officer.press('申请延期');
    await officer.day('延到', addDays(dayOf(new Date()), 40));
    await officer.write('理由', '需等第三方监测报告');
    await officer.send();
    const leader = await at('leader', number);
    await leader.press('同意延期');
    await leader.send();
    await leader.facts('延期').getByText('需等第三方监测报告').waitFor();

    await leader.press('发督办单');
    await leader.choose('督办事由', '重要信访件');
    await leader.write('情况', '居民多次反映');
    await leader.write('督办要求', '请一周内报整改方案');
    await leader.send();
    const head = await at('head', number);
    await head.press('答复督办单');
    await head.write('对督办单的答复', '已约谈企业，本周报方案');
    await head.send();
    await leader.open(number);
    await leader.press('办结督办单');
    await leader.write('办结意见', '同意');
    await leader.send();
    await leader.facts('督办').getByText('已办结').first().waitFor();

    await head.open(number);
    await head.press('风险评估');
    await head.send();
    await head.facts('风险').getByText(/风险/).first().waitFor();
  }, 180_000);

  const inHand = async (subject: string): Promise<string> => {
    const number = await received(subject);
    await hub.as('office').act(number, 'acceptance').expect(200);
    await hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    await hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  };

  it('assesses the risk of a matter on its page, and has it signed there', async () => {
    const appeals = [await inHand('投诉油烟'), await inHand('油烟又来了')];
    const { body } = await hub.as('office').post('/api/v1/matters', { appeals }).expect(201);
    for (const [account, button, send] of [
      ['officer', '评估风险', '提交评估'],
      ['head', '签“已阅”', '签“已阅”'],
    ] as const) {
      const { page } = await desk(account);
      await page.goto(`${base}/console/matters/${(body as { number: string }).number}`);
      await page.getByRole('button', { name: button }).click();
      await page.locator('form').getByRole('button', { name: send }).click();
      await page.getByText(account === 'head' ? /head君 .*已阅/ : '等科室负责人审阅').waitFor();
    }
  }, 60_000);

  it('returns, helps, transfers and takes up again by the same buttons', async () => {
    const number = await received('投诉工地扬尘');
    const office = await at('office', number);
    await office.press('受理');
    await office.send();
    await office.press('派单');
    await office.choose('主办单位', '监察支队');
    await office.send();
    await office.says('待签收');
    const officer = await at('officer', number);
    await officer.press('退单');
    await officer.write('理由', '属建设项目管理科');
    await officer.send();
    await officer.page.waitForURL((url) => !url.pathname.endsWith(number));

    await office.open(number);
    await office.press('驳回退单');
    await office.write('理由', '仍由支队查处');
    await office.send();
    await office.says('待签收');
    await office.press('加协办单位');
    await office.choose('单位', '监测站');
    await office.write('请它做什么', '监测厂界粉尘');
    await office.send();
    await office.press('改归类');
    await office.choose('途径', '信访类');
    await office.write('理由', '按信访办理');
    await office.send();
    await office.page.locator('aside.facts, .facts').getByText('监测站（等协办意见）').waitFor();
    expect(await office.state()).toContain('信访类');
  }, 120_000);
});
