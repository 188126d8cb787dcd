import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '@hub/persistence';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { aMail, mailMessage, withPhoto } from '../factories/letter';
import { faultsOf, pageWithAxe } from '../support/axe';
import { chromiumMissing, launchBrowser } from '../support/chromium';
import { Hub } from '../support/hub';
import { describeUnless } from '../support/skip';

const DAY = 24 * 3_600_000;
/** Where a person wants to look at the pages himself. */
const SHOTS = process.env.SHOTS;

describeUnless(chromiumMissing(), "a department's page in a browser", () => {
  let hub: Hub;
  let browser: Browser;
  let page: Page;
  let folder: string;
  let base: string;
  let clock = Date.parse('2026-11-10T02:00:00Z');
  let writer = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-transfer-'));
    if (SHOTS) await mkdir(SHOTS, { recursive: true });
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`, { now: () => new Date((clock += 1)), sessionHours: 24 * 365 });
    await hub.staff('office', 'dispatcher');
    await hub.staff('leader', 'leader');
    await hub.app.listen(0, '127.0.0.1');
    base = await hub.app.getUrl();
    browser = (await launchBrowser())!;
    page = await pageWithAxe(browser);
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const summary = `河道发黑，有臭味，夜里更重。\n\n第二段${'很长的一段话'.repeat(30)} https://example.org/${'a'.repeat(120)}`;
  const out = { departmentId: 'water', summary, reason: '河道保洁属贵单位职责，见区河道管理分工。' };
  const transferred = async (body: object = {}, account = 'office', known?: string): Promise<string> => {
    const mail = aMail({ subject: '河道发黑', from: `a${(writer += 1)}@example.org` });
    const number = known ?? (await hub.intake.accept([mailMessage(mail)]))[0]!.number!;
    await hub
      .as(account)
      .act(number, 'transfer', { ...out, ...body })
      .expect(200);
    return number;
  };
  /** As the department finds it in its mailbox. */
  const openLetter = async (number: string): Promise<void> => {
    const [letter] = (await hub.app.get(Database).writer.query(
      `SELECT o.body FROM outbox_letters o JOIN appeals a ON a.id = o.appealId
         WHERE a.number = ? AND o.kind = 'transfer' ORDER BY o.id DESC LIMIT 1`,
      [number],
    )) as [{ body: string }];
    await page.goto(base + /\/transfers\/[a-z2-7]+/.exec(letter.body)![0]);
  };
  const heading = () => page.textContent('h1');
  const send = () => Promise.all([page.waitForEvent('load'), page.click('#answer .btn')]);
  const say = async (way: string, text = ''): Promise<void> => {
    await page.check(`#way-${way}`);
    await page.fill('#text', text);
    await page.fill('#officer', '李办事');
    await page.fill('#phone', '021-6256 0000');
    await send();
  };
  const look = async (name: string): Promise<void> => {
    expect(await faultsOf(page)).toEqual([]);
    for (const width of SHOTS ? [360, 1280] : []) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: join(SHOTS!, `${name}-${width}.png`), fullPage: true });
    }
  };
  const upload = async (name: string, bytes: Buffer): Promise<void> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    await page.setInputFiles('#files', path);
  };

  it('is received and then answered with a file, by its own buttons', async () => {
    const number = await transferred();
    await openLetter(number);
    expect(await heading()).toBe('请贵单位办理一件群众来件');
    await look('fresh');
    await say('receipt');
    expect(await heading()).toBe('贵单位正在办理的群众来件');
    expect(await page.textContent('#said + dl')).toContain('李办事');
    await look('received');
    await page.check('#way-reply');
    await upload(`${'普陀区某河段清淤和排口封堵办理情况报告（2026年第四季度）'.repeat(2)}.pdf`, Buffer.from('%PDF-1.4 a report'));
    await say('reply', `已派人清淤。\n\n${'排口已经封堵，'.repeat(40)}`);
    expect(await heading()).toBe('贵单位的答复已经收到');
    expect(await page.isVisible('form#answer')).toBe(false);
    await look('answered');
    await hub.as('office').act(number, 'transfer', { outcome: 'answer', answer: '已派人清淤。' }).expect(200);
    await page.reload();
    expect(await heading()).toBe('贵单位的答复已转告来件人');
    await look('passed-on');
  }, 120_000);

  it('leads from the errors to their fields, and keeps what was typed where a file is not taken', async () => {
    await openLetter(await transferred());
    await send();
    await page.waitForSelector('.errors:focus');
    await look('errors');
    await page.click('.errors a[href="#officer"]');
    await page.waitForSelector('#officer:focus');
    await upload('现场情况.docx', Buffer.from('MZ\x90\0 a program'));
    await say('reply', '已派人清淤。');
    expect(await page.textContent('#files-e')).toContain('“现场情况.docx”这种文件不收');
    await upload('太大的报告.pdf', Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-1.4 '));
    await send();
    expect(await page.textContent('#files-e')).toContain('“太大的报告.pdf”超过 20 MB');
    expect([await page.inputValue('#text'), await page.inputValue('#officer')]).toEqual(['已派人清淤。', '李办事']);
    expect(await page.isChecked('#way-reply')).toBe(true);
    await look('too-large');
  }, 120_000);

  it('keeps what is typed when the letters grow', async () => {
    await openLetter(await transferred());
    await page.fill('#text', '正在核实');
    await page.click('.prefs button:last-child');
    expect([await page.inputValue('#text'), await page.getAttribute('html', 'class')]).toEqual(['正在核实', 'large']);
    await page.click('.prefs button:last-child');
  });

  it('takes an objection, and none where a leader has named the department', async () => {
    const number = await transferred();
    await openLetter(number);
    await say('objection', '该河段由市管，依据河道管理条例第五条，不属我局职责，建议转市水务局。');
    expect(await heading()).toBe('贵单位的异议已经收到');
    await look('objected');
    await transferred({ departmentId: 'greening' }, 'office', number);
    await openLetter(number);
    await say('objection', '河道不属绿化市容职责，依据三定方案，建议由水务局办理。');
    await transferred({ outcome: 'designate' }, 'leader', number);
    await openLetter(number);
    expect(await page.isVisible('#way-objection')).toBe(false);
    await look('designated');
  }, 120_000);

  it('shows name, phone and files where they were handed over', async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
      .jpeg()
      .toBuffer();
    const from = `=?utf-8?B?${Buffer.from('王小明').toString('base64')}?= <wang@example.org>`;
    const mail = withPhoto(aMail({ subject: '河道发黑', from }), `河道现场照片${'很长的名字'.repeat(12)}.jpg`, photo);
    const number = (await hub.intake.accept([mailMessage(mail)]))[0]!.number!;
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    const attachments = body.messages[0].attachments.map(({ id }: { id: number }) => id);
    await transferred({ attachments, shareIdentity: true, consent: '11月10日电话中本人同意' }, 'office', number);
    await openLetter(number);
    expect(await page.textContent('.paper')).toContain('王小明');
    await look('named');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.paper a')]);
    expect(download.suggestedFilename()).toMatch(/^河道现场照片.*\.jpg$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('#answer')).toBe(false);
    expect(await page.isVisible('.paper')).toBe(true);
    if (SHOTS) await page.pdf({ path: join(SHOTS, 'print.pdf'), format: 'A4' });
    if (SHOTS) await page.screenshot({ path: join(SHOTS, 'print.png'), fullPage: true });
    await page.emulateMedia({ media: 'screen' });
  }, 60_000);

  it('says that an unknown link opens nothing, and what to do', async () => {
    await page.goto(`${base}/transfers/${'a'.repeat(26)}`);
    expect(await heading()).toBe('这个链接打不开');
    await look('unknown');
  }, 60_000);

  it('shows after its last day only what was done', async () => {
    const number = await transferred();
    await openLetter(number);
    const address = page.url();
    await say('receipt');
    clock += 46 * DAY;
    await page.goto(address);
    expect(await page.textContent('main')).toContain('链接已经到期');
    expect(await page.textContent('main')).not.toContain('河道发黑');
    await look('expired');
  }, 60_000);
});
